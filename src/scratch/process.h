/*
 * process.h - how the guardian's process leaves pleat's, and runs others
 *
 * Safe after a fork, like keeper.h and tree.h.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

typedef struct {
    char *const *argv; /* argv[0] is a path */
    char *const *environment;
    const char *log; /* where its output is appended */
    bool bound;      /* it gets SIGQUIT when its parent dies, and the descriptors below */
    const int *inherited;
    size_t n_inherited;
} Program;

/*
 * A session of its own, "/", no descriptor but two and /dev/null, no handler of pleat's; signals that end a process
 * are ignored. SIGCHLD is blocked, with a handler, so that ppoll() with an empty mask notices every child's end.
 */
void process_detach(int one, int other);

/* The process, in a session of its own; -1 with errno. A program that cannot be executed exits with status 127. */
pid_t process_run(const Program *program);

/* Sends a signal and waits; after ten seconds SIGKILL. Of postgres, SIGINT is the fast and SIGQUIT the immediate end.
 */
void process_stop(pid_t child, int signal_number);
