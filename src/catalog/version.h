/* version.h - queries that differ between servers */
#pragma once

/* The query without the lines between "\if :pgNN" and "\endif" that are for newer servers; g_free. */
char *query_for_version(const char *query, int major);
