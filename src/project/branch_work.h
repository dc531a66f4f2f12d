/* branch_work.h - what a branch, or what is staged, has changed since it left another */
#pragma once

#include "project/session.h"
#include "report/findings.h"

typedef struct {
    PleatSession *session;
    History *history;
    Findings *findings;
    char *base;         /* as the user names it */
    char *from, *to;    /* commits in hex; from NULL: there is none yet; to NULL: what is staged */
    GPtrArray *changes; /* of TreeChange */
    GHashTable *paths;  /* of the changes: path -> TreeChange */
    GPtrArray *objects; /* see branch_work_objects(); NULL: nobody has asked */
} BranchWork;

/* base: a branch or commit; NULL: HEAD. Where there is no repository, or a branch without a commit, *out stays NULL. */
bool branch_work_open(PleatSession *session, const char *base, bool staged, Findings *findings, BranchWork **out,
                      GError **error);
void branch_work_free(BranchWork *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BranchWork, branch_work_free)

bool is_declaration(const char *path);
bool is_revision(const char *path);

/* A path of the project as the user would name it; lives forever. */
const char *branch_work_path(const BranchWork *work, const char *path);

/* A revision file of git's, loaded; NULL: it is none (blob NULL), or has mistakes. */
Revision *branch_work_revision(const BranchWork *work, const char *path, const char *blob);

typedef struct ChangedObject ChangedObject;

/* What it declares otherwise than what it left: changed_objects() of both, compared once. */
bool branch_work_objects(BranchWork *work, const GPtrArray **out, GError **error);

struct ChangedObject {
    char *key, *title; /* "function public.f(integer)" */
    Place place;
    bool is_routine;
};

/* What two commits declare otherwise, in the order of the newer one: an array of ChangedObject, g_ptr_array_unref. */
bool changed_objects(PleatSession *session, const char *older, const char *newer, GPtrArray **out, GError **error);
