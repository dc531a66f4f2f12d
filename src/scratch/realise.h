/*
 * realise.h - declarations made real: created in a scratch database and reflected back
 *
 * Only PostgreSQL knows what a declaration means. What comes back is the catalog's own form, with its edges; each node
 * that a declaration led to points to it with "declared".
 */
#pragma once

#include "model/scope.h"
#include "scratch/scratch.h"
#include <libpq-fe.h>

/*
 * Creates all of a Schema (declared or reflected) in an empty database. Statements that fail are tried again after the
 * others until nothing moves; what then still fails becomes a problem at its declaration's place.
 */
bool realise_into(PGconn *connection, Schema *schema, const char *own_schema, Problems *problems, GError **error);

/* A statement that would reach another server is never run on scratch (sql/reach.h): the error, at its place. */
bool fail_reaching(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Those who own what only superusers may own: before the other roles, where two Schemas' are made. */
bool realise_superusers(PGconn *connection, const Schema *schema, GError **error);

/* Roles that a Schema names and the server does not have become stubs; so do tablespaces. */
bool realise_surroundings(PGconn *connection, const Schema *schema, GError **error);

/* In a database of its own, which is dropped; the declarations must outlive the result. The scope is applied. */
bool realise(Scratch *scratch, Schema *declared, const Scope *scope, const char *own_schema, Problems *problems,
             Schema **out, GError **error);

/* Runs a text of SQL as pg_dump -s writes it; file: for errors. psql's own commands are left out but for those that
 * would change what the SQL means, which are errors. */
bool realise_sql(PGconn *connection, const char *file, const char *text, GError **error);

/* Creates the managed part of what was realised before in another database, in one transaction. */
bool realise_again(PGconn *connection, const Schema *realised, const char *own_schema, GError **error);

/* Points the nodes of a reflected Schema to the declarations that they come from. */
bool realise_attach(PGconn *connection, Schema *realised, Schema *declared, GError **error);
