/*
 * lint.h - rules over revisions, and the exceptions that were made for them
 */
#pragma once

#include "lint/rule.h"
#include "yaml/config.h"

/*
 * Looks at revisions, all of a project in the order in which they run (loaded: see revision_load()): what earlier ones
 * made counts for later ones. Findings are made for those that are in "wanted", a set of pointers; NULL: for all. The
 * configuration's severities and exceptions are applied, those that stand in the files too. The result is sorted.
 */
void lint_revisions(Findings *findings, const GPtrArray *revisions, GHashTable *wanted, const Config *config);
