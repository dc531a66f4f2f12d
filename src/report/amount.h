/*
 * amount.h - how many, and how big, in three digits: "412 M", "96.2 GB"
 *
 * Formatting and parsing are inverses but for what the digits leave out.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* "0", "9870", "12.3 k", "412 M", "1.2 G": thousands. g_free. */
char *amount_count(gint64 count);

/* "0 bytes", "8 kB", "96.2 GB": of 1024, as PostgreSQL's settings and pg_size_pretty() have them. g_free. */
char *amount_bytes(gint64 bytes);

/* Either of them; -1: it is none. */
gint64 amount_parse(const char *text);
