/*
 * failure.h - an error as a program reads it: the same that its message tells people, field by field
 */
#pragma once

#include "pleat/pleat.h"
#include "report/record.h"

/*
 * Adds "fault" ("input", "server", "interrupted", "internal"), "message" (the first line), "sqlstate", "detail",
 * "context", "hint", "file" and "line": null where the message says nothing of it.
 */
void failure_write(Record *record, PleatFault fault, const char *message);

/* "revision a1, step 2: relation \"t\" does not exist (SQLSTATE 42P01)" -> "42P01", g_free; NULL: it has none. */
char *failure_sqlstate(const char *message);
