/* repository.h - real git repositories for tests, made by the git program in a folder that goes away again */
#pragma once

#include "history/history.h"

typedef struct {
    char *dir;
} Repository;

/* A folder for all repositories of a test, with a HOME of its own: call it before anything else. */
void repository_setup(int *argc, char ***argv);
int repository_run_tests(void);

/* A fresh folder, not yet a repository; free with repository_free. */
Repository *repository_folder(void);
/* ... and `git init` in it. */
Repository *repository_new(void);
void repository_free(Repository *repository);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Repository, repository_free)

/* Runs a shell command in the repository's folder, which must succeed. Each is a minute later than the one before. */
void repository_run(Repository *repository, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* The command's output without its last line end: free with g_free. */
char *repository_ask(Repository *repository, const char *format, ...) G_GNUC_PRINTF(2, 3);

void repository_write(Repository *repository, const char *path, const char *content);
/* Writes a file and commits all that is there. */
void repository_commit(Repository *repository, const char *path, const char *content, const char *subject);

/* Opens the history of a folder in the repository ("" is its root), which must work. */
History *repository_open(Repository *repository, const char *folder);

/* "subject:path subject:path ..." of the versions, newest first: free with g_free. */
char *repository_versions(History *history, const char *path);

/* Asserts that an error's text holds a part, and clears it. */
void assert_error_has(GError **error, const char *part);
