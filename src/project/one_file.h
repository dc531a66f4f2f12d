/* one_file.h - one file of declarations, alone, as it was in some commit */
#pragma once

#include "model/schema.h"
#include "yaml/config.h"

typedef struct {
    GBytes *content;
    Schema *schema; /* what could be read of it; mixins and types of other files are not known */
    bool broken;    /* it is no YAML, or no SQL: what it declares is not known */
} OneFile;

/* path: where it stood, ":/" before it when that was outside of the project; folder: where it is read from when the
 * path names no folder of declarations. */
OneFile *one_file_read(const Config *config, const char *path, const char *folder, GBytes *content);
void one_file_free(OneFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OneFile, one_file_free)

/* The lines that declare a node of the file, as their author wrote them: g_free. */
char *one_file_text(const OneFile *file, const Node *node);

/* Folders of the project that hold declarations, NULL-terminated. */
const char *const *declaration_folders(void);
