/*
 * label.h - security labels on a server that has not loaded their provider
 *
 * SECURITY LABEL asks the provider, a module of the target's server, and then writes a row into pg_seclabel. A scratch
 * server has no such module, so there the row is written without asking: everything else can then be proved.
 */
#pragma once

/* The statement that stands in for a SECURITY LABEL FOR ...: g_free. NULL: it is another statement. */
char *label_stand_in(const char *sql);

/* What is to be run on scratch in place of a statement: the statement itself, or its stand-in: g_free. */
char *scratch_statement(const char *sql);
