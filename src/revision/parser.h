/* parser.h - what the files that read a revision share; nobody else includes it */
#pragma once

#include "revision/revision.h"

typedef struct {
    Revision *revision;
    Arena *arena;
    Problems *problems;
    const char *path, *text;
    const char *counted; /* how far lines have been counted, and the line there */
    int line;
    bool header_only;
    unsigned seen; /* a bit for each directive of the table that has come */
    bool in_downgrade;
    bool in_body; /* a statement or a psql line has been seen: the header is over */
    bool stops_at_errors, has_quit;
    GPtrArray *steps;   /* of the section at hand */
    GPtrArray *upgrade; /* the first section's, once the second has begun */
    GPtrArray *block;   /* statements of an open BEGIN; NULL: none is open */
    GArray *block_lines;
    int block_line;
    const char *directive, *argument; /* waiting for its statement; NULL: none */
    StepKind kind;                    /* what it will be */
    int directive_line;
    const char *done_if;
    int done_if_line;
    GPtrArray *after, *depends_on, *labels, *replaces, *source, *expects, *drops, *measured, *allows, *notes, *for_psql;
} Parser;

/* The line of a place in the text. Cheap for places further and further on. */
int parser_line(Parser *parser, const char *at);

/* A mistake on a line. Returns false. */
bool parser_fault(Parser *parser, int line, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* lines: of each statement, a GArray of int; NULL: the step's own is that of its only one. */
Step *parser_add_step(Parser *parser, StepKind kind, GPtrArray *statements, GArray *lines, int line);

/* Forgets the open block, if there is one. */
void parser_end_block(Parser *parser);

/* A directive that still waits for its statement where none can come any more is a mistake. */
void parser_expect_no_directive(Parser *parser);

/* What follows "-- pleat:". */
void directive_read(Parser *parser, const char *text, int line);

/* Cuts "TABLE by COLUMNS"; *key is NULL where there is no "by". Both live in the arena. */
void directive_split_by(Arena *arena, const char *text, const char **subject, const char **key);

/* The words of a list: items that hold blanks or commas stand in double quotes. */
void directive_add_items(Arena *arena, GPtrArray *list, const char *text);

/* The same the other way: appends one item. */
void directive_append_item(GString *out, const char *item);

/* The next comment between *at and end as a line of its own, without the newline: g_free. NULL: no more. *start is
 * where it begins, *is_line whether it is a "--" comment. */
char *comment_next(const char **at, const char *end, const char **start, bool *is_line);

/* What follows "-- pleat:" in a comment, in the same string; NULL: it is no directive. */
const char *comment_directive(const char *comment);

/* Of what stands below the header's directives, whatever its line ends: 12 hex digits, g_free. */
char *section_digest(const char *text);

/* SHA-256 over what runs; see docs/revisions.md for what counts. */
void checksum_compute(Revision *revision);
