/*
 * fixture.h - declarations from texts, for the tests of the room yaml
 */
#pragma once

#include "files/file_tree.h"
#include "yaml/load.h"

typedef struct {
    const char *path;
    const char *content;
} TestFile;

/* A tree that holds these files; the list ends with a NULL path. */
FileTree *test_tree(const TestFile *files);

/* The Schema of files; config is the text of pleat.yaml, NULL: none. Problems are added. */
Schema *test_load(const TestFile *files, const char *config, Problems *problems);

/* All of a Schema as text, one node a line, sorted: keys, leaves, values, facets, extras, texts. g_free. */
char *test_dump(const Schema *schema);
