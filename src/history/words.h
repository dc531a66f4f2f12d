/*
 * words.h - which words a content may hold
 *
 * A filter of some dozen bytes (B. Bloom, 1970; each word's bits in one block) tells for sure that a word is not in a
 * content, and is wrong in some of a hundred cases when it says that it may be. Words are runs of letters, digits and
 * "_", whatever their case.
 */
#pragma once

#include "base/arena.h"
#include "base/word.h"
#include <stdbool.h>

typedef struct {
    const guint64 *blocks;
    guint32 n;
} WordFilter;

WordFilter words_of(Arena *arena, const char *text, size_t length);

/* Of a content that nobody looks into: it may hold any word. */
WordFilter words_any(Arena *arena);

/* The word is a plain one. */
bool words_may_hold(WordFilter filter, const char *word);
