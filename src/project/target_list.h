/*
 * target_list.h - the databases and the tenants' schemas that one command is for
 *
 * A target is a database, or the schema of one tenant in it. The connections here only look: at which tenants there
 * are, and at what each target has, before and after.
 */
#pragma once

#include "project/session.h"

typedef struct {
    const char *name; /* as pleat.yaml or the user says it */
    char *label;      /* the same, and of a connection string no password */
    PGconn *connection;
    GError *problem; /* why there is none; it is the outcome of its target then */
} TargetDatabase;

typedef struct {
    TargetDatabase *database;
    char *schema; /* the tenant's; NULL: the target is the database */
    char *label;  /* for people, on one line: "acme", "eu", "eu/acme" */
} Target;

typedef struct {
    GPtrArray *databases; /* of TargetDatabase */
    GPtrArray *targets;   /* of Target: databases in the order of pleat.yaml, tenants by name */
} TargetList;

/* Fails on mistakes of the user's alone: a database that cannot be reached is a target that fails. */
bool target_list_read(PleatSession *session, TargetList **out, GError **error);
void target_list_free(TargetList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TargetList, target_list_free)

/* The last revisions that it has, "9c36df1b3f62, a1b2c3d4e5f6", "base" for none, "?" where nobody can tell. g_free. */
char *target_standing(const PleatSession *session, const Target *target, const Graph *graph);

/* Was the tenant's schema dropped since the list was read? */
bool target_is_gone(const Target *target);
