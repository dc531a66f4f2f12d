/*
 * one_line.h - SQL that names things, on one line
 *
 * A directive is one line of a comment, but a name may hold line ends. On one line such a name is written as
 * PostgreSQL's U&"a\000Ab" (manual, "Identifiers and Key Words").
 */
#pragma once

#include <glib.h>

/* Names with line ends as U&"...", line ends between tokens as blanks: g_free. */
char *one_line_format(const char *sql);

/* The inverse: U&"..." as plain quoted names: g_free. */
char *one_line_parse(const char *sql);
