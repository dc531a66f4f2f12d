/*
 * guardian.h - the small process that makes, starts, watches and removes a cluster
 *
 * pleat forks a guardian; the guardian changes to the server's user, makes the template data directory when there is
 * none, copies it, starts postgres and waits. It holds the reading end of a pipe, the lifeline, whose only writing end
 * pleat holds: when pleat ends, however it ends, the guardian reads its end of file, stops the server and removes the
 * directories. Should the guardian be killed, the kernel stops the server (PDEATHSIG), and the next guardian sweeps.
 *
 * It runs in a session of its own (a terminal's Ctrl-C reaches neither it nor the server), keeps no descriptor of
 * pleat's open, and never execs: it is plain C that is safe after a fork in a program with threads.
 */
#pragma once

#include "base/error.h"
#include "scratch/tree.h"
#include <sys/types.h>

typedef enum { CLAIM_TEMPLATE, CLAIM_DATA, CLAIM_SOCKETS, CLAIMS } ClaimKind;

/* All that is to be done, prepared before the fork. Paths are absolute. Borrowed until guardian_start() returns. */
typedef struct {
    bool change_user;
    uid_t uid;
    gid_t gid;
    char *const *environment; /* of initdb and postgres */

    Claim claims[CLAIMS]; /* where the template is made, where its copy is put, where the socket is */

    const char *template;      /* the template data directory: made by initdb when it is missing */
    const char *template_lock; /* the file that is locked meanwhile */
    char *const *initdb;       /* its argv, making initdb_data */
    const char *initdb_log;
    const char *initdb_data; /* below CLAIM_TEMPLATE, and renamed to template */

    const char *copy; /* below CLAIM_DATA */
    const char *keep; /* NULL; or, of a development cluster, what the copy is renamed to, never to be removed */

    const char *sockets;   /* the path of CLAIM_SOCKETS, or, of a development cluster, a directory that is just made */
    char *const *postgres; /* its argv */
    const char *postgres_log;
} GuardianJob;

typedef enum {
    NEWS_WAITING, /* another process is making the template */
    NEWS_INITDB,  /* this one is */
    NEWS_STARTED, /* postgres runs, and may soon answer */
    NEWS_FAILED,  /* all is removed, and the guardian has ended */
} NewsKind;

/* What the guardian writes to pleat: one write, below PIPE_BUF, so never torn. */
typedef struct {
    NewsKind kind;
    pid_t server;    /* NEWS_STARTED */
    int number;      /* NEWS_FAILED: an errno, or 0 */
    char what[64];   /* NEWS_FAILED: "cannot copy the template" */
    char path[1024]; /* what it was about, or "" */
    char log[2048];  /* the end of the log of the program that failed, or "" */
} News;

typedef struct {
    pid_t pid;
    int lifeline; /* closing it ends the cluster */
    int news;     /* of News; end of file when the guardian has ended */
} Guardian;

bool guardian_start(const GuardianJob *job, Guardian *out, GError **error);

/* Ends the guardian and waits for it; keep: the server goes on without it. */
void guardian_end(Guardian *guardian, bool keep);
