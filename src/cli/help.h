/* help.h - "pleat help": commands, and the pages of docs/ */
#pragma once

#include "command.h"
#include <stdio.h>

typedef struct {
    const char *name; /* "declarations" */
    const char *page; /* the text of docs/declarations.md */
} Topic;

/* In the order of their names; the last one has no name. */
extern const Topic topics_all[];

/* The heading of the page: g_free. */
char *topic_title(const Topic *topic);

/* By name; NULL: there is none. */
const Topic *topic_find(const char *name);

/* All commands, a line each, and where to find more. */
void help_print_commands(FILE *out);

/* All topics, a line each. */
void help_print_topics(FILE *out);

/* What a word that is no command most likely meant: of the commands, and where it can be a topic of these; NULL:
 * nothing is near. */
const char *help_nearest(const char *word, bool topics);
