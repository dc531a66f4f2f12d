/*
 * file_changes.h - what a command has done to revision files, and what it found instead: one document for programs
 *
 * While it is open, what would be written for people is kept: it becomes "differences", a line each. Without --format
 * json all of this does nothing.
 */
#pragma once

#include "project/session.h"

typedef struct {
    PleatSession *session; /* NULL: nothing is collected */
    GPtrArray *written, *rewritten, *removed;
    GString *differences;
} FileChanges;

void file_changes_begin(FileChanges *changes, PleatSession *session);
void file_changes_clear(FileChanges *changes);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FileChanges, file_changes_clear)

/* False: nothing is collected, people want to read it. The path, as the user would name it, is copied. */
bool file_changes_written(FileChanges *changes, const char *path);
bool file_changes_rewritten(FileChanges *changes, const char *path);
bool file_changes_removed(FileChanges *changes, const char *path);

/* Prints the document. */
void file_changes_end(FileChanges *changes);
