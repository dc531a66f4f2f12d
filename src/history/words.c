#include "history/words.h"

#include <string.h>

/* A word has some seven letters, comes twice or thrice, and gets some ten bits of its own. */
enum { LETTERS_A_BLOCK = 112, MOST_BLOCKS = 128 };

/* A letter of a word, in one case; 0: no part of a word. */
static inline guint8
letter(char c)
{
    return g_ascii_isalnum(c) || c == '_' ? (guint8)c | 0x20 : 0;
}

bool
word_is_plain(const char *text)
{
    const char *at = text;
    while (letter(*at) != 0)
        at++;
    return *at == '\0' && at != text;
}

/* FNV-1a, which is short and good enough for a word, stirred once more; the position moves behind the word. */
static inline guint64
hash_word(const char **at, const char *end)
{
    guint64 hash = 14695981039346656037U;
    for (guint8 next; *at < end && (next = letter(**at)) != 0; (*at)++)
        hash = (hash ^ next) * 1099511628211U;
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

/* Behind what is no part of a word. */
static inline const char *
next_word(const char *at, const char *end)
{
    while (at < end && letter(*at) == 0)
        at++;
    return at;
}

WordFilter
words_of(Arena *arena, const char *text, size_t length)
{
    const char *end = text + length;
    guint32 n = (guint32)MIN(1 + length / LETTERS_A_BLOCK, MOST_BLOCKS);
    guint64 *blocks = arena_new_array(arena, guint64, n);
    for (const char *at = next_word(text, end); at < end; at = next_word(at, end)) {
        guint64 hash = hash_word(&at, end);
        blocks[block_of(hash, n)] |= bits_of(hash);
    }
    return (WordFilter){blocks, n};
}

bool
words_may_hold(WordFilter filter, const char *word)
{
    const char *at = word;
    guint64 hash = hash_word(&at, word + strlen(word)), bits = bits_of(hash);
    return (filter.blocks[block_of(hash, filter.n)] & bits) == bits;
}
