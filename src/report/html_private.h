/* html_private.h - the parts of the page; nobody but report/html*.c includes it */
#pragma once

#include "report/markdown_words.h"
#include "report/review.h"

/* "<code>...</code>" and "<span class=...>...</span>" with the text escaped. */
void html_append_code(GString *out, const char *text);
void html_append_span(GString *out, const char *class, const char *text);

/* "new", "gone", "changed": a class, and what people read. */
const char *html_mark_word(char mark);

/* SQL with its words, texts and comments told apart. */
void html_append_sql(GString *out, const char *sql);

/* A place, linked where the configuration says to what. told: one that is told already, near it; NULL: none is. */
void html_append_place(GString *out, const Review *review, Place place, const Place *told);

/* Where something stood that is gone: a link would lead to what stands there now. */
void html_append_former_place(GString *out, const Review *review, Place place);

/* Sections of the page. */
void html_append_changes(GString *out, const Review *review);
void html_append_revisions(GString *out, const Review *review);
void html_append_findings(GString *out, const Review *review);

/* What the diagrams are drawn from: JSON that cannot end the element that it stands in. */
void html_append_data(GString *out, const Review *review);
