/* verify.h - a statement that says whether something holds, and how psql runs it */
#pragma once

#include <glib.h>

/* What a directive "verify TITLE" is about; NULL: it is none. */
const char *verify_title(const char *directive);

/* Appends a statement that stops psql where the given one does not return true; what it says in a second column is
 * told. */
void verify_append_script(GString *out, const char *title, const char *statement);
