/*
 * drops.h - what a revision takes away for good: the lines "drops" of its header
 *
 *     -- pleat: drops column public.users.first_name deprecated 2026-10-02
 *     -- pleat: drops function public.label(integer)
 *     -- pleat: drops table public.crash kept as pleat_quarantine.crash
 *
 * What is made anew by the same revision is not among them. Gates look for those who still use it (run/gates.h).
 */
#pragma once

#include "model/schema.h"
#include "revision/revision.h"

typedef struct {
    const Kind *kind;
    const char *address;    /* as SQL: "public.users.first_name" */
    const char *root;       /* of a column its table; else the same */
    const char *name;       /* without schema, table, quotes and signature */
    const char *table;      /* of a column its table's name without schema and quotes; else NULL */
    const char *kept_as;    /* what goes into quarantine: its address there; NULL: it is gone */
    const char *deprecated; /* since when its declaration had said so, "2026-10-02"; NULL: it had not */
} Drop;

/* Those of kinds that are known here: an array of Drop, g_array_unref. Texts in the arena. */
GArray *drops_read(const Revision *revision, Arena *arena);

/* Whole days since then; less than 0: it had not been, or nobody can tell. */
int drop_deprecated_days(const Drop *drop);

enum { MS_A_DAY = 86400000 };

/* Has it been in quarantine until it goes? */
bool drop_ends_quarantine(const Drop *drop);

/* Is it dropped for good, and does it hold data or has been in quarantine? A routine comes back from git. */
bool drop_asks_for_quarantine(const Drop *drop);

/* A line, in the arena. kept: the node in quarantine, NULL: none; deprecated: as above. */
const char *drops_format(Arena *arena, const Node *node, const Node *kept, const char *deprecated);
