/*
 * fixture.h - revisions from texts, linted, for the tests of the room lint
 */
#pragma once

#include "lint/lint.h"

/* A revision whose sections hold these statements: phase "expand", "contract" or ""; down NULL: one that does nothing.
 * g_free. */
char *test_revision(const char *phase, const char *up, const char *down);

/* The findings about a revision file that follows a baseline (fixture.c), under pleat.yaml with this text. */
Findings *test_lint(const char *text, const char *yaml);

/* "PL101 PL203": the codes of those that count, in their order. g_free. */
char *test_codes(const Findings *findings);

/* The test has failed, and goes on, so that one run tells all that is wrong. */
void test_complain(const char *format, ...) G_GNUC_PRINTF(1, 2);
