/* config_sections.h - sections of pleat.yaml that have files of their own */
#pragma once

#include "yaml/config_reader.h"

/* Of objects: where they are, and what of them is looked at. */
ReadKey config_read_databases, config_read_naming, config_read_ignore, config_read_manage;

/* Of what is told of a change, and of what holds it up. */
ReadKey config_read_lint, config_read_discipline, config_read_report, config_read_compat, config_read_gates;
