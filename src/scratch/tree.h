/*
 * tree.h - whole directories: copied, removed, claimed and swept
 *
 * Everything here is for the guardian, which lives between fork and exec: no memory is allocated, no lock of the C
 * library is taken, failures are left in errno. No symbolic link is ever followed.
 */
#pragma once

#include <stdbool.h>

/* Copies the files and directories below "from" to "to", which is made, mode 0700. Shares blocks where it can. */
bool tree_copy(const char *from, const char *to);

/* Removes a directory and all below it. One that does not exist is a success. */
bool tree_remove(const char *path);

/*
 * A claimed directory is one that vanishes when nobody holds it: it is named scratch-..., and whoever holds its file
 * "lock" locked owns it. The file "gate" beside it keeps a sweep from seeing a directory before it is locked.
 */
typedef struct {
    const char *root, *name, *path; /* path is root/name, and name begins with CLAIM_PREFIX */
} Claim;

#define CLAIM_PREFIX "scratch-"

/* The descriptor of the lock, close-on-exec, or -1. */
int claim_make(const Claim *claim);

/* Removes the claimed directories in root whose holders have died; leaves quietly when another process is at it. */
void claim_sweep(const char *root);
