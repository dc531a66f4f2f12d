/* review_document.h - a review for programs: docs/schemas/report.schema.json says what it holds */
#pragma once

#include "report/review.h"

/* One JSON document: g_free. */
char *review_document(const Review *review);
