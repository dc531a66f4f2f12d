/* random.h - numbers that look random and are the same for the same seed (splitmix64) */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
    guint64 state;
} Random;

/* A stream of its own for each name. */
Random random_new(guint64 seed, const char *name);

guint64 random_next(Random *random);

/* 0 .. count - 1; count is at least 1. */
guint64 random_below(Random *random, guint64 count);

/* Both ends included. */
gint64 random_between(Random *random, gint64 low, gint64 high);

/* True in so many of 100 cases. */
bool random_chance(Random *random, unsigned percent);

/* FNV-1a over a text, going on from what another text gave: for seeds and for sets of what was seen. */
guint64 hash_more(guint64 hash, const char *text, gsize length);
#define HASH_START G_GUINT64_CONSTANT(14695981039346656037)
