/*
 * sync.h - a new column kept in step with the ones that it replaces, while two applications run
 *
 * The declaration of the new column says how to compute it from an old row (backfill) and, where the old application
 * must see what the new one writes, the old columns from a new row (backfill_down). Both stand in one BEFORE trigger
 * from expand to contract; the trigger's function lives in pleat's own schema, which is never reflected.
 */
#pragma once

#include "model/action.h"

/* What fills a new column and its predecessors: as declared or, where it says what it was renamed from, a plain copy.
 * NULL: nothing does. */
const Extras *sync_extras(const Actions *actions, const Node *column);

/* After the column has been added: trigger, backfill (both expand), and the trigger's end (contract), whose way back
 * fills the old columns, which are there again without values, NOT NULL and default, and gives them those. */
void sync_columns(Actions *actions, const Node *column, const Extras *extras);

/* The new column whose declaration says how to fill the old one that is dropped. NULL: none. */
const Node *sync_successor(const Actions *actions, const Node *old_column);

/* What a column's trigger and its function are called, in pleat's schema; the trigger's name has a prefix. Arena. */
char *sync_name(const Actions *actions, const Node *column);
#define SYNC_TRIGGER "zz_pleat_" /* among the last: it sees what other triggers have made of a row */

/* An expression with each of the table's columns read from the trigger's NEW row. old_table may be NULL. */
void sync_append_with_new(GString *out, const char *expression, const Node *old_table, const Node *new_table);

/* "backfill public.user_account by id": the table and its primary key's columns. Arena. */
char *sync_backfill_directive(Actions *actions, const Node *table);

/* What its backfill gives, for Action.takes: arena text. */
char *sync_filled(Actions *actions, const Node *column);

/* After the column has been added and has its default: each row gets it, in batches. */
void sync_fill_with_default(Actions *actions, const Node *column, const Node *default_node);

/* Of a column that was computed and is a plain one from the expand phase on: can a trigger compute it for those who do
 * not write it, until the contract phase? Not in heirs, which a trigger of the table above does not see. */
bool sync_can_compute(const Actions *actions, const Node *old_column);

/* That trigger, in the action that ends the generation and its way back, and its end, an action of its own. */
void sync_compute(Actions *actions, Action *action, const Node *old_column, const Node *new_column);
