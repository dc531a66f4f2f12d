/* version.h - a catalog query for the server that it is sent to */
#pragma once

#include <libpq-fe.h>

/*
 * The query without the lines that are for others: between "\if :pg14" and "\else" or "\endif" stands what servers from
 * 14 on have, after "\if :superuser" what superusers may read. These nest. g_free.
 */
char *query_for_server(const char *query, const PGconn *connection);
