/* prepare.h - makers and conditions for all that a subject has */
#pragma once

#include "fake/subject.h"

/* PostgreSQL is asked for the values of constants: the connection must be in no transaction. */
bool prepare_subject(Subject *subject, GError **error);
