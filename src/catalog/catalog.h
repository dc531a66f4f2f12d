/*
 * catalog.h - a live database as a Schema
 *
 * All queries of all kinds go out in one pipeline and one REPEATABLE READ READ ONLY transaction; their number does not
 * depend on the number of objects. Edges (pg_depend) are read by a second call in the same transaction, when somebody
 * needs them: a comparison that finds nothing never does. So is what is not modelled, of which few commands tell.
 *
 * A kind's query gives one row an object, with these columns by name, and the kind's attributes by theirs:
 *   id, sub              the object in its catalog, as in pg_depend (sub: 0 where there is none)
 *   parent, parent_sub   the parent's; for children alone
 *   schema, name, signature, owner
 *   derived              'true' for what comes with a parent table
 *   opaque               'true' for what this role may not look into
 * Lines between "\if :pgNN" and "\endif" are for servers of that major version on, so that psql can run the file too
 * (psql -v pg14=true ...).
 */
#pragma once

#include "model/schema.h"
#include <libpq-fe.h>

typedef struct Catalog Catalog;

/* Opens the snapshot on a connection of the caller's, which must not be used for anything else until the close. */
bool catalog_open(PGconn *connection, const char *own_schema, Catalog **out, GError **error);
void catalog_close(Catalog *catalog);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Catalog, catalog_close)

/* Everything but extensions' members and what lies in the system's schemas or in own_schema ("pleat"). */
bool catalog_read(Catalog *catalog, Schema **out, GError **error);

/* Adds the edges to a Schema that catalog_read() of the same Catalog gave. */
bool catalog_read_edges(Catalog *catalog, Schema *schema, GError **error);

/* Fills schema->unmodelled, likewise: what the database has that no kind's query gave. */
bool catalog_read_unmodelled(Catalog *catalog, Schema *schema, GError **error);

/* Changes whenever a query does: what was kept from other queries is no longer good. 64 hex digits, g_free. */
char *catalog_fingerprint(void);

/* Opens and reads, leaving the snapshot open for the edges; starts over when concurrent DDL disturbs it. */
bool catalog_begin(PGconn *connection, const char *own_schema, Catalog **catalog, Schema **schema, GError **error);

/* The roots of one kind, without facets and edges, in a transaction of their own: where no more is asked. */
bool catalog_read_kind(PGconn *connection, const char *own_schema, const Kind *kind, Schema **out, GError **error);

/* All in one, with edges: opens, reads, closes; starts over when concurrent DDL disturbs it. For scratch, where the
 * same is asked again and again. */
bool catalog_reflect(PGconn *connection, const char *own_schema, Schema **out, GError **error);
