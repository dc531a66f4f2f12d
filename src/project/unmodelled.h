/* unmodelled.h - tells what a database has that pleat does not model */
#pragma once

#include "project/session.h"

/*
 * A line a class: "not modelled: 2 rules (a on public.t, b on public.t)"; "" where there is nothing. Outside of the
 * managed schemas nothing counts. declared as in session_scope(). g_free.
 */
char *unmodelled_text(PleatSession *session, const Schema *database, Schema *declared);
