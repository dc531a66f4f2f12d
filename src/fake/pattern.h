/*
 * pattern.h - texts that match a regular expression or a LIKE pattern
 *
 * Of PostgreSQL's advanced regular expressions: literals, ".", classes with ranges and [:names:], \d \w \s and their
 * opposites, groups, alternatives, quantifiers, anchors at both ends. What has more (look-around, back references) is
 * refused.
 */
#pragma once

#include "fake/random.h"

typedef struct Pattern Pattern;

/* NULL where the pattern is not understood. negated: texts that must not match, which can only be tried. */
Pattern *pattern_parse(const char *regex, bool any_case, bool negated);
Pattern *pattern_parse_like(const char *like, bool any_case, bool negated);
void pattern_free(Pattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pattern, pattern_free)

bool pattern_is_negated(const Pattern *pattern);

/* Appends a text that matches, of so many characters where the pattern lets it. */
void pattern_make(const Pattern *pattern, Random *random, int shortest, int longest, GString *out);

bool pattern_matches(const Pattern *pattern, const char *text);
