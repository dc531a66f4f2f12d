/* revision_tree.h - revisions of a project in a tree of files: those of a commit */
#pragma once

#include "project/session.h"

/* Has the tree the revision, to the letter? tree NULL: it has none. */
bool tree_has_revision(FileTree *tree, const Revision *revision);

/* The graphs, of the database and of tenants, as the tree's folder of revisions makes them. Its files are named as
 * those of the work tree. */
bool tree_read_graphs(PleatSession *session, FileTree *tree, Graph **graph, Graph **tenants, GError **error);
