/*
 * stair_tenants.h - what tenants' revisions are tried on
 *
 * A scratch database that has all revisions of the database itself, and schemas of two tenants with pleat's tables in
 * them: what is the same for all, or is in the way of another tenant, shows with two.
 */
#pragma once

#include "project/stair.h"

/* Names of tenants, like the pattern of pleat.yaml: one where it has no wildcard, else two; g_strfreev. */
char **stair_tenants(const PleatSession *session);

/* *database: its name on the session's scratch server; g_free. plan: of the database's own revisions. */
bool stair_tenants_ground(const StairPlan *plan, char *const *tenants, char **database, GError **error);
