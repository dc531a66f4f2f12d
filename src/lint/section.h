/* section.h - one direction of a revision as a list of sites: an operation, and where it stands */
#pragma once

#include "lint/known.h"
#include "revision/revision.h"

typedef struct Section Section;

/* What a rule looks at. */
typedef struct {
    const Section *section;
    guint index; /* in section->sites */
    const Step *step;
    guint statement; /* of the step */
    int line;
    ObjectName each; /* the table over whose partitions it is run; mostly without a name */
    const Operation *operation;
    const Known *known; /* what was known before it */
} Site;

struct Section {
    Arena *arena;
    const Revision *revision;
    bool down;
    bool generated;       /* by pleat, and not edited since */
    GArray *sites;        /* of Site */
    const Section *other; /* the other direction; NULL: there is none */
    GHashTable *made;     /* name -> array of indexes of sites that create something of it */
};

/* {schema} of tenants' revisions reads as a schema of that name, {partition} as the table whose partitions they are. */
Section *section_read(Arena *arena, const Revision *revision, bool down);
void section_free(Section *section);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Section, section_free)

#define SECTION_SITE(section, i) (&g_array_index((section)->sites, Site, (i)))

/* The table that it concerns: an index's, a trigger's, or itself; without a name where it is not one. */
ObjectName site_table(const Site *site);

/* Was it, or its whole schema, made earlier in the section? Then nobody uses it yet. Of a way back also: by the way
 * forth. Then nobody uses it any more. */
bool site_is_new(const Site *site, ObjectName object);

/* Does the section make it, now or later? */
bool section_makes(const Section *section, ObjectName object);

/* Does it add this column to the table, which may be as it was (NULL: any column)? */
const Operation *section_adds_column(const Section *section, ObjectName table, const char *column);

/* Is it an upgrade of the expand phase? */
bool site_in_expand(const Site *site);

/* Does it stand between BEGIN and COMMIT? */
bool site_in_block(const Site *site);

/* Does it do something to the table that makes others wait: ALTER TABLE and the like, for a table that is in use? */
bool site_locks_table(const Site *site);

/* What the site is about, for messages; of an index or trigger the table, where it is said. Arena text; NULL: nothing.
 */
const char *site_object(const Site *site);

bool operation_is(const Operation *operation, OperationType type, const char *kind);
