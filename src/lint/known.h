/*
 * known.h - what the revisions read so far have made, as far as rules ask
 *
 * No database is asked: a fact is known because some revision's statement says it. Facts are only added; the newest one
 * about a thing holds, and one that says FACT_GONE ends what was known of it.
 */
#pragma once

#include "lint/operation.h"

typedef enum {
    FACT_PARTITIONED,  /* object is a partitioned table */
    FACT_FOREIGN,      /* object is a foreign table */
    FACT_CONSTRAINED,  /* object is a domain with a check or NOT NULL; text: its name */
    FACT_ROUTINE,      /* object is a routine; text: its arguments; part: all that follows them */
    FACT_VIEW_OPTIONS, /* object is a view made WITH (text) */
    FACT_STORED_USE,   /* object is a routine whose results are kept in text: "index public.t_f" */
    FACT_NOT_NULL,     /* a check of table object says that column part is not NULL; text: the constraint */
    FACT_CONSTRAINT,   /* table object has the constraint part, added by itself */
    FACT_POLICY,       /* table object has a policy */
    FACT_TRIGGER,      /* table object has a trigger that may fill in values */
    FACT_REQUIRED,     /* column part of table object is NOT NULL */
    FACT_DEFAULT,      /* column part of table object gets a value where none is given */
    FACT_REFERENCE,    /* table object has a foreign key, part: its name; text: the table that it references */
    FACT_UNIDENTIFIED, /* table object has neither a primary key nor another replica identity */
    FACT_INSERTS_ONLY, /* publication object sends neither updates nor deletes */
    FACT_PARTITIONS,   /* the constraint part was added to each partition of table object */
    N_FACTS
} FactType;

typedef enum {
    FACT_GONE = 1 << 0,
    FACT_VALID = 1 << 1,    /* of constraints */
    FACT_VOLATILE = 1 << 2, /* of routines, as the rest */
    FACT_DEFINER = 1 << 3,
    FACT_SETTINGS = 1 << 4,
    FACT_REVOKED = 1 << 5, /* not everybody may execute it */
} FactFlags;

typedef struct {
    FactType type;
    ObjectName object;
    const char *part, *text;
    unsigned flags; /* of FactFlags */
} Fact;

typedef struct Known Known;

Known *known_new(void);
void known_free(Known *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Known, known_free)

/* Texts are copied. */
void known_add(Known *known, const Fact *fact);

/* The newest fact about the object and part (NULL: any), unless it says that it is gone: then, and if there is none,
 * NULL. */
const Fact *known_find(const Known *known, FactType type, ObjectName object, const char *part);

/* The newest one of each text, those that are gone left out: an array of Fact, g_ptr_array_unref. */
GPtrArray *known_each(const Known *known, FactType type, ObjectName object);

/* What was learned behind a mark is forgotten: a way back is no part of what follows. */
guint known_mark(const Known *known);
void known_forget(Known *known, guint mark);

/* What one operation adds to it. each_partition_of: the table whose partitions it is run for; else without a name. */
void known_learn(Known *known, const Operation *operation, ObjectName each_partition_of);

/* Was the newest routine of the name, now dropped, one that not everybody might execute? */
bool routine_was_revoked(const Known *known, ObjectName routine);

/* How many arguments a routine takes, and how many of them must be given: of what stands in its parentheses. */
void arguments_count(const char *arguments, guint *all, guint *required);
