/* revision_files.h - new revisions, written all or none */
#pragma once

#include "project/file_changes.h"

/* A header that says this much and nothing else; what it points to is the caller's, or the arena's. */
Revision revision_header(Arena *arena, Phase phase, const char *id, const char *message);

/* Lists of a header, in the arena. */
const char **id_list(Arena *arena, const char *id);
const char **ids_of(GPtrArray *revisions, Arena *arena);

/* Can this be the id, or the label (NULL: neither), of a new revision? */
bool revision_name_is_free(const Graph *graph, const char *name, GError **error);

typedef struct RevisionFiles RevisionFiles;

RevisionFiles *revision_files_new(PleatSession *session);
void revision_files_free(RevisionFiles *files);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RevisionFiles, revision_files_free)

/* down NULL: it cannot be undone. */
bool revision_files_add(RevisionFiles *files, const Revision *header, const char *up, const char *down, GError **error);
bool revision_files_commit(RevisionFiles *files, GError **error);

/* What was added: path -> text, as graph_read_rewritten() takes it; borrowed. */
GHashTable *revision_files_texts(const RevisionFiles *files);

/* Prints their paths, or, for programs, adds them to what has changed (NULL: prints). */
void revision_files_tell(const RevisionFiles *files, FileChanges *changes);
