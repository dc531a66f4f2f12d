#include "history/words.h"

#include <string.h>

/* Bytes of a filter: half a byte a word, for most words come twice or thrice. */
enum { SMALLEST = 8, LARGEST = 1024, PROBES = 3 };

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

/* FNV-1a, which is short and good enough for a word; the position moves behind it. */
static guint64
hash_word(const char **at, const char *end)
{
    guint64 hash = 14695981039346656037U;
    for (; *at < end && letter(**at) != 0; (*at)++)
        hash = (hash ^ letter(**at)) * 1099511628211U;
    return hash;
}

/* The bit of one of the probes that a word is looked for with. */
static guint64
bit_of(guint64 hash, unsigned probe, guint32 size)
{
    guint64 step = (hash >> 32) | 1;
    return ((hash & G_MAXUINT32) + probe * step) % ((guint64)size * 8);
}

/* Behind what is no part of a word. */
static const char *
next_word(const char *at, const char *end)
{
    while (at < end && letter(*at) == 0)
        at++;
    return at;
}

static guint
count_words(const char *text, const char *end)
{
    guint n = 0;
    for (const char *at = next_word(text, end); at < end; at = next_word(at, end), n++)
        while (at < end && letter(*at) != 0)
            at++;
    return n;
}

WordFilter
words_of(Arena *arena, const char *text, size_t length)
{
    const char *end = text + length;
    guint32 size = CLAMP(count_words(text, end) / 2, SMALLEST, LARGEST);
    guint8 *bits = arena_alloc(arena, size);
    for (const char *at = next_word(text, end); at < end; at = next_word(at, end)) {
        guint64 hash = hash_word(&at, end);
        for (unsigned probe = 0; probe < PROBES; probe++) {
            guint64 bit = bit_of(hash, probe, size);
            bits[bit / 8] |= (guint8)(1U << bit % 8);
        }
    }
    return (WordFilter){bits, size};
}

bool
words_may_hold(WordFilter filter, const char *word)
{
    const char *at = word;
    guint64 hash = hash_word(&at, word + strlen(word));
    for (unsigned probe = 0; probe < PROBES; probe++) {
        guint64 bit = bit_of(hash, probe, filter.size);
        if ((filter.bits[bit / 8] >> bit % 8 & 1) == 0)
            return false;
    }
    return true;
}
