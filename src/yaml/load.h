/*
 * load.h - declarations as a Schema
 *
 * Reads schema/ (YAML) and the folders of raw SQL that the kinds name, all of them, whatever is wrong in one: each
 * mistake becomes a problem at its place. The Schema holds what could be read; use it only when no error was added.
 */
#pragma once

#include "files/file_tree.h"
#include "model/schema.h"
#include "yaml/config.h"

/*
 * tree: the project's root. prefix: put before the paths in places, "" or "project/". major: of the server that the
 * declarations are meant for, 0 when it does not matter yet. Never NULL; file names in places live forever.
 */
Schema *declarations_load(FileTree *tree, const char *prefix, const Config *config, int major, Problems *problems);
