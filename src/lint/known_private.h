/* known_private.h - what keeping facts and learning them share; nobody else includes it */
#pragma once

#include "lint/known.h"

struct Known {
    Arena *arena;
    GHashTable *by_name; /* the type's digit and the object's name -> array of Fact, oldest first */
    GPtrArray *facts;    /* all, oldest first */
};

/* All facts of the type about objects of that name, whatever their schema, oldest first; NULL: there are none. */
GPtrArray *known_list(const Known *known, FactType type, ObjectName object);
