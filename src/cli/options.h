/* options.h - the options of the command line, as tables */
#pragma once

#include "command.h"

/* What was given of the options that are no single command's own. */
typedef struct {
    char *directory, *config, *database, *format, *color;
    gboolean verbose, quiet, tenants, all_databases;
    char **tenant;
    int jobs;
} Options;

extern Options options_given;

/* Those that every command has. */
extern const GOptionEntry options_common[];

/* Those of a command that is for tenants, and of one that is for many databases. */
extern const GOptionEntry options_for_tenants[], options_for_many[];

/* A word, and what it means: for documentation. */
typedef struct {
    const char *word, *text;
} Meaning;

extern const Meaning options_statuses[5]; /* what pleat exits with */

/* The tables of options that a command takes beside the common ones, NULL-terminated; command NULL: none. */
void options_tables(const Command *command, const GOptionEntry *tables[4]);

/* The option that a word such as "-d", "--format" or "--format=json" is; NULL: none. command NULL: of the common ones.
 */
const GOptionEntry *options_find(const Command *command, const char *word);

/* Is the option's value the next word? */
bool options_take_next(const GOptionEntry *entry, const char *word);

/* How many words an option of all commands takes, 0 when it is none: they may stand before the command, too. */
int options_words(const char *word);

/* By name; NULL: there is none. */
const Command *command_find(const char *name);
