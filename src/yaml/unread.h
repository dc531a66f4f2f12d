/* unread.h - files that look like declarations and stand where none are read */
#pragma once

#include "base/problem.h"
#include "files/file_tree.h"

/* A warning for each folder of the project that has such files. prefix: as for declarations_load(). */
void unread_warn(FileTree *tree, const char *prefix, Problems *problems);
