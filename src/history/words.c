#include "history/words.h"

/* A word has some seven letters, comes twice or thrice, and gets some ten bits of its own. */
enum { LETTERS_A_BLOCK = 112, MOST_BLOCKS = 128 };

static const bool LETTERS[256] = {['0' ... '9'] = true, ['A' ... 'Z'] = true, ['_'] = true, ['a' ... 'z'] = true};

/* A letter of a word, in one case; 0: no part of a word. */
static inline guint8
letter(char c)
{
    return LETTERS[(guint8)c] ? (guint8)c | 0x20 : 0;
}

/* FNV-1a, which is short and good enough for a word. */
static const guint64 NO_LETTER = 14695981039346656037U;

static inline guint64
hash_with(guint64 hash, guint8 next)
{
    return (hash ^ next) * 1099511628211U;
}

/* Stirred once more, for a share of it is taken. */
static inline guint64
hash_end(guint64 hash)
{
    hash *= 11400714819323198485U;
    return hash ^ hash >> 32;
}

/* Which block a word's bits are in, and which bits these are: three, or fewer. */
static inline guint32
block_of(guint64 hash, guint32 n_blocks)
{
    return (guint32)((hash >> 32) * n_blocks >> 32);
}

static inline guint64
bits_of(guint64 hash)
{
    const guint64 one = 1;
    return one << (hash & 63) | one << (hash >> 6 & 63) | one << (hash >> 12 & 63);
}

WordFilter
words_of(Arena *arena, const char *text, size_t length)
{
    guint32 n = (guint32)MIN(1 + length / LETTERS_A_BLOCK, MOST_BLOCKS);
    guint64 *blocks = arena_new_array(arena, guint64, n), hash = NO_LETTER;
    for (size_t i = 0; i <= length; i++) {
        guint8 next = i < length ? letter(text[i]) : 0;
        if (next != 0) {
            hash = hash_with(hash, next);
        } else if (hash != NO_LETTER) {
            hash = hash_end(hash);
            blocks[block_of(hash, n)] |= bits_of(hash);
            hash = NO_LETTER;
        }
    }
    return (WordFilter){blocks, n};
}

WordFilter
words_any(Arena *arena)
{
    guint64 *block = arena_new_one(arena, guint64);
    *block = G_MAXUINT64;
    return (WordFilter){block, 1};
}

bool
words_may_hold(WordFilter filter, const char *word)
{
    guint64 hash = NO_LETTER;
    for (; *word != '\0'; word++)
        hash = hash_with(hash, letter(*word));
    hash = hash_end(hash);
    guint64 bits = bits_of(hash);
    return (filter.blocks[block_of(hash, filter.n)] & bits) == bits;
}
