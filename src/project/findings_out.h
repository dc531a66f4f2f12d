/* findings_out.h - findings in the session's format, to where it writes */
#pragma once

#include "project/session.h"
#include "report/findings.h"

/* Is --format one of those for findings, and not text? */
bool findings_are_asked(const PleatSession *session);

/* The nearest folder at or above that holds .git, a folder or (of a worktree) a file: g_free; NULL: there is none. */
char *repository_root(const char *directory);

/* Machine formats name files from the root of the repository, and put what stands nowhere on pleat.yaml. */
void findings_write(PleatSession *session, const Findings *findings);
