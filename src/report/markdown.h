/* markdown.h - a review as a comment for a pull request, as GitHub and GitLab render it */
#pragma once

#include "report/review.h"

/* What GitHub takes of a comment, in characters. */
enum { MARKDOWN_LARGEST = 65536 };

/* At most MARKDOWN_LARGEST bytes; what had no room is told at the end. The same review gives the same text. g_free. */
char *report_markdown(const Review *review);
