#include "fake/random.h"

#include <string.h>

guint64
hash_more(guint64 hash, const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++)
        hash = (hash ^ (guint8)text[i]) * G_GUINT64_CONSTANT(1099511628211);
    return hash;
}

Random
random_new(guint64 seed, const char *name)
{
    Random random = {hash_more(HASH_START ^ (seed * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)), name, strlen(name))};
    random_next(&random);
    return random;
}

guint64
random_next(Random *random)
{
    guint64 z = random->state += G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

guint64
random_below(Random *random, guint64 count)
{
    return random_next(random) % count;
}

gint64
random_between(Random *random, gint64 low, gint64 high)
{
    const guint64 count = (guint64)high - (guint64)low + 1;
    return (gint64)((guint64)low + (count == 0 ? random_next(random) : random_below(random, count)));
}

bool
random_chance(Random *random, unsigned percent)
{
    return random_below(random, 100) < percent;
}
