/* script.h - what was filled, as a script for psql */
#pragma once

#include "fake/fill.h"

void script_begin(const FillOptions *options);

/* The rows that this transaction wrote to a table; nothing where no script is wanted. */
bool script_table(PGconn *connection, const FakeTable *table, const FillOptions *options, GError **error);
void script_statement(const FillOptions *options, const char *sql);
void script_end(const FillOptions *options);
