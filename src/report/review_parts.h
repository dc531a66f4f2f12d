/* review_parts.h - what a review is made of beside texts: read from revisions' headers, and what follows from it */
#pragma once

#include "report/review.h"

/*
 * A header's free lines. Those of pleat's own, in columns (project/describe.h), become actions: an array of
 * ReviewAction; all others notes, an array of texts. Both g_ptr_array_unref.
 */
void review_read_notes(const Revision *revision, GPtrArray **actions, GPtrArray **notes);

/* Adds what is lost by running it to a list of texts; how many that are. */
guint review_add_losses(GPtrArray *losses, const ReviewedRevision *reviewed);

/* An array of DeployStep. */
GPtrArray *review_deploy(const GPtrArray *revisions);
