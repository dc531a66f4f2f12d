/* trace_inside.h - a Trace's inside: for the files of trace.h alone */
#pragma once

#include "project/one_object.h"
#include "project/trace.h"

struct Trace {
    PleatSession *session;
    History *history;
    const Schema *declared;
    Arena *arena;
    OneObject *object;
    OneFile *uncommitted; /* the file that declares it in the work tree, where that matters; NULL */
    const char *start;    /* the path where it stands, or stood last */
    bool in_work_tree;    /* declared now */
    GPtrArray *versions;  /* of ObjectVersion */
    GHashTable *visited;  /* set of FileVersion */
    GHashTable *followed; /* set of paths */
    GQueue waiting;       /* of paths */
};

/* Puts the merge to which HEAD owes an older version, if it does, before all versions. */
bool trace_add_choice(Trace *trace, GError **error);
