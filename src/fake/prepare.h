/* prepare.h - makers and conditions for all that a subject has */
#pragma once

#include "fake/subject.h"

/* PostgreSQL is asked for the values of constants: the connection must be in no transaction. */
bool prepare_subject(Subject *subject, GError **error);

/* Constants in what a table's triggers run become worth a try; the same in a transaction. */
bool prepare_trigger_hints(Subject *subject, FakeTable *table, GError **error);
