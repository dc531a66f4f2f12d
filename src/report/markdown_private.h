/* markdown_private.h - a comment as it is written; nobody but report/markdown*.c includes it */
#pragma once

#include "report/markdown_words.h"
#include "report/review.h"

typedef struct {
    const Review *review;
    GString *out;
    GPtrArray *names; /* of what had no room, and how often, in the order in which it first happened */
    GArray *counts;
} Comment;

/* The text, which is taken over; or a note that it was left out, where it has no room. name: static, of many. */
void comment_add(Comment *comment, const char *name, GString *text);
void comment_left_out(Comment *comment, const char *name);

/* A place, linked where the configuration says to what. */
void comment_append_place(GString *out, const Review *review, Place place);

/* The same of a place near one that is told. */
void comment_append_near(GString *out, const Review *review, Place place, Place told);

/* Where something stood that is gone: a link would lead to what stands there now. */
void comment_append_former_place(GString *out, const Review *review, Place place);

/* What changes: a table, the diagram, texts of many lines as diffs; a revision's steps. */
void comment_add_objects(Comment *comment);
void comment_add_diagram(Comment *comment);
void comment_add_texts(Comment *comment);
void comment_add_way(Comment *comment, const ReviewedRevision *reviewed, bool down);
