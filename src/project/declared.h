/* declared.h - what is declared, by the name that a user calls it */
#pragma once

#include "project/session.h"

/* The work tree's declarations, paths relative to the project; mistakes in them are noted, and an error when there is
 * nothing else. schema_free. */
bool declared_load(PleatSession *session, Schema **out, GError **error);

/* The same of what a name may mean: raw SQL files that cannot hold it are passed by, where nothing speaks against it.
 */
bool declared_load_of(PleatSession *session, const char *name, Schema **out, GError **error);

/* The last word of a name: of "function shop.total(integer)" it is "total"; g_free. */
char *declared_word(const char *name);

/*
 * A name as messages spell it: shop.total(integer), shop.order, shop.order.amount; without schema, table or signature
 * where that is unique; with the kind before it where several kinds have it: "table shop.order". NULL, with no error,
 * when nothing is called so; an error that lists the candidates when several things are.
 */
bool declared_find(const Schema *schema, const char *name, const Node **out, GError **error);

/* Adds the hint "did you mean" to an error where a declared name is near. */
void declared_suggest(const Schema *schema, const char *name, GError **error);

/* "table shop.order": for messages; g_free. */
char *declared_title(const Node *node);
