/*
 * command.h - one command of the command line: a screen of options and one call into the library
 */
#pragma once

#include <glib.h>
#include <pleat/pleat.h>

typedef struct {
    PleatSession *session; /* NULL: the command is alone */
    int argc;              /* what stands behind the options: argv[0..argc-1] */
    char **argv;
} Invocation;

/* What a command can be for beside one database: options that main.c has for it. */
enum {
    FOR_TENANTS = 1, /* --tenants, --tenant */
    FOR_MANY = 2,    /* --all-databases, -j */
};

typedef struct {
    const char *name;
    const char *arguments;       /* for the usage line: "[FROM [TO]]" */
    const char *summary;         /* one line for the list of commands */
    const char *description;     /* below the usage line; NULL: the summary */
    const GOptionEntry *options; /* NULL: none of its own */
    int least, most;             /* how many arguments; most -1: any number */
    bool pages;                  /* on a terminal its text goes to a pager */
    bool alone;                  /* works on no project: whatever is wrong with one is nothing to it */
    unsigned is_for;             /* FOR_TENANTS, FOR_MANY */
    const char *const *formats;  /* what --format may say beside "text", NULL-terminated; NULL: nothing */
    bool (*run)(Invocation *invocation, PleatOutcome *outcome, GError **error);
} Command;

extern const Command *const commands_all[];
