/* one_object.h - one declared object in files of commits, under the names that it had */
#pragma once

#include "project/one_file.h"
#include "project/session.h"

typedef struct {
    PleatSession *session;
    History *history;
    Arena *arena;
    GHashTable *files; /* "path@blob" -> what was read of it */
    GPtrArray *names;  /* of Node: the object, and what it was before it had another name */
    guint unread;      /* files that could not be read */
} OneObject;

/* Where it stands in one file. */
typedef struct {
    const OneFile *file; /* NULL: no file, or one that is not about it */
    const Node *node;    /* NULL: it is not there */
    bool unknown;        /* there is a file, and it cannot be read */
} Standing;

/* arena: for what is kept of it (borrowed). */
/* The first file that cannot be read is noted in full, the others as a number, at the end. */
OneObject *one_object_new(PleatSession *session, History *history, Arena *arena);
void one_object_free(OneObject *object);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OneObject, one_object_free)

/* A name that it has or had; one that is known already is not added. */
void one_object_called(OneObject *object, const Node *node);

/* Most files need not be parsed: no name of the object is in them. */
bool one_object_may_stand_in(const OneObject *object, GBytes *content);

/* The names, for a HistorySearch; NULL where one is no single word. NULL-terminated: g_free. */
const char **one_object_words(const OneObject *object);

/* A file of a commit, whatever it is about; NULL: it cannot be read, which was noted. Lives as long as the OneObject.
 */
const OneFile *one_object_file(OneObject *object, const FileVersion *version);

Standing one_object_in(OneObject *object, const FileVersion *version);

/* The same in an older file, where what stands in the newer one may have had another name or other arguments. */
Standing one_object_before(OneObject *object, const Standing *newer, const FileVersion *version);

/* The node of a file alone that is the same object; NULL: none. */
const Node *one_object_alike(const Schema *schema, const Node *node);

/* Are two signatures equal but for schemas of types, which only those know who read all files? */
bool one_object_same_types(const char *left, const char *right);

/* All that a node and its children say, in one text: equal texts mean equal declarations. */
const char *one_object_content(Arena *arena, const Node *node);

/* Whether both say the same of it, or neither has it. */
bool one_object_unchanged(OneObject *object, const Standing *left, const Standing *right);
