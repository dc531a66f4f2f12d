/* html.h - a review as one HTML page that needs nothing else: styles, scripts and data are in it, and no network is */
#pragma once

#include "report/review.h"

/* Its policy (Content-Security-Policy) allows just the style and the scripts that it holds. The same review gives the
 * same page. g_free. */
char *report_html(const Review *review);
