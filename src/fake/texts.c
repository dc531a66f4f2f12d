#include "fake/texts.h"

#include "fake/words.h"
#include <string.h>

static void
append_word(GString *out, const WordList *list, Draw *draw)
{
    g_string_append(out, list->words[random_below(draw->random, list->count)]);
}

static void
append_lower(GString *out, const WordList *list, Draw *draw)
{
    const gsize from = out->len;
    append_word(out, list, draw);
    for (gsize i = from; i < out->len; i++)
        out->str[i] = out->str[i] == ' ' ? '-' : g_ascii_tolower(out->str[i]);
}

static void
append_below(GString *out, Draw *draw, guint64 count)
{
    append_number(out, (gint64)random_below(draw->random, count));
}

static void
capitalize(GString *out, gsize at)
{
    if (at < out->len)
        out->str[at] = g_ascii_toupper(out->str[at]);
}

/* Each of the plain lists is a maker of its own. */
#define MAKE_FROM_LIST(name, list)                                                                                     \
    void name(const Maker *maker, const Limits *limits, Draw *draw, GString *out)                                      \
    {                                                                                                                  \
        (void)maker;                                                                                                   \
        (void)limits;                                                                                                  \
        append_word(out, &(list), draw);                                                                               \
    }

MAKE_FROM_LIST(make_first_name, first_names)
MAKE_FROM_LIST(make_last_name, last_names)
MAKE_FROM_LIST(make_city, cities)
MAKE_FROM_LIST(make_country, countries)
MAKE_FROM_LIST(make_country_code, country_codes)
MAKE_FROM_LIST(make_state, states)
MAKE_FROM_LIST(make_language, languages)
MAKE_FROM_LIST(make_currency, currencies)
MAKE_FROM_LIST(make_color, colors)
MAKE_FROM_LIST(make_media_type, media_types)
MAKE_FROM_LIST(make_user_agent, user_agents)
MAKE_FROM_LIST(make_time_zone, time_zones)
MAKE_FROM_LIST(make_status, statuses)
MAKE_FROM_LIST(make_job, jobs)
MAKE_FROM_LIST(make_word, things)

/* The others have the same four parameters. */
#define MAKE(name)                                                                                                     \
    void name(const Maker *maker G_GNUC_UNUSED, const Limits *limits G_GNUC_UNUSED, Draw *draw, GString *out)

MAKE(make_full_name)
{
    append_word(out, &first_names, draw);
    g_string_append_c(out, ' ');
    append_word(out, &last_names, draw);
}

MAKE(make_user_name)
{
    append_lower(out, &first_names, draw);
    append_below(out, draw, 1000);
}

/* The number of the row makes it unique, as unique as most addresses have to be. */
MAKE(make_email)
{
    append_lower(out, &first_names, draw);
    g_string_append_c(out, '.');
    append_lower(out, &last_names, draw);
    append_number(out, (gint64)draw->number);
    g_string_append_c(out, '@');
    append_word(out, &host_endings, draw);
}

MAKE(make_street)
{
    append_number(out, 1 + (gint64)random_below(draw->random, 200));
    g_string_append_c(out, ' ');
    append_word(out, &streets, draw);
}

MAKE(make_flat)
{
    g_string_append(out, "Flat ");
    append_number(out, 1 + (gint64)random_below(draw->random, 60));
}

MAKE(make_post_code)
{
    append_number(out, 10000 + (gint64)random_below(draw->random, 90000));
}

/* 555-0100 to 555-0199 are nobody's. */
MAKE(make_phone)
{
    g_string_append(out, "+1 ");
    append_number(out, 200 + (gint64)random_below(draw->random, 800));
    g_string_append(out, " 555 01");
    append_number(out, 10 + (gint64)random_below(draw->random, 90));
}

MAKE(make_host)
{
    append_lower(out, &things, draw);
    g_string_append_c(out, '.');
    append_word(out, &host_endings, draw);
}

MAKE(make_url)
{
    g_string_append(out, "https://www.");
    append_word(out, &host_endings, draw);
    g_string_append_c(out, '/');
    append_word(out, &things, draw);
    g_string_append_c(out, '/');
    append_below(out, draw, 100000);
}

MAKE(make_company)
{
    append_word(out, &last_names, draw);
    g_string_append_c(out, ' ');
    append_word(out, &company_endings, draw);
}

MAKE(make_title)
{
    const gsize from = out->len;
    g_string_append(out, "the ");
    append_word(out, &qualities, draw);
    g_string_append_c(out, ' ');
    append_word(out, &things, draw);
    capitalize(out, from);
}

MAKE(make_number)
{
    append_number(out, 1 + (gint64)random_below(draw->random, 100000));
}

/* Sentences, until it is enough. */
MAKE(make_prose)
{
    const gsize from = out->len, enough = MAX((gsize)limits->shortest, 20 + random_below(draw->random, 120));
    while (out->len - from < enough) {
        if (out->len > from)
            g_string_append_c(out, ' ');
        const gsize sentence = out->len;
        for (guint64 words = 4 + random_below(draw->random, 8); words > 0; words--) {
            append_word(out, &common_words, draw);
            g_string_append_c(out, words > 1 ? ' ' : '.');
        }
        capitalize(out, sentence);
    }
}

MAKE(make_slug)
{
    append_word(out, &qualities, draw);
    g_string_append_c(out, '-');
    append_word(out, &things, draw);
    if (draw->attempt > 0) {
        g_string_append_c(out, '-');
        append_below(out, draw, 100000);
    }
}

static void
append_hex(GString *out, Draw *draw, int digits)
{
    enum { DIGITS_OF_ONE = 16 };
    guint64 bits = 0;
    for (int i = 0; i < digits; i++, bits >>= 4) {
        if (i % DIGITS_OF_ONE == 0)
            bits = random_next(draw->random);
        g_string_append_c(out, "0123456789abcdef"[bits & 15]);
    }
}

/* Version 4, in RFC 9562's form. */
MAKE(make_uuid)
{
    append_hex(out, draw, 8);
    g_string_append_c(out, '-');
    append_hex(out, draw, 4);
    g_string_append(out, "-4");
    append_hex(out, draw, 3);
    g_string_append_c(out, '-');
    g_string_append_c(out, "89ab"[random_below(draw->random, 4)]);
    append_hex(out, draw, 3);
    g_string_append_c(out, '-');
    append_hex(out, draw, 12);
}

MAKE(make_hash)
{
    append_hex(out, draw, MIN(limits->longest, 40));
}

MAKE(make_file)
{
    append_word(out, &things, draw);
    append_below(out, draw, 1000);
    g_string_append_c(out, '.');
    append_word(out, &file_endings, draw);
}

MAKE(make_path)
{
    g_string_append_c(out, '/');
    append_word(out, &qualities, draw);
    g_string_append_c(out, '/');
    append_word(out, &things, draw);
    append_below(out, draw, 1000);
}

MAKE(make_version)
{
    append_below(out, draw, 20);
    g_string_append_c(out, '.');
    append_below(out, draw, 20);
    if (limits->longest > 7) {
        g_string_append_c(out, '.');
        append_below(out, draw, 10);
    }
}

/* 203.0.113.0/24 and its like are for documentation; 10/8 has more room. */
MAKE(make_ip)
{
    g_string_append(out, "10.");
    append_below(out, draw, 256);
    g_string_append_c(out, '.');
    append_below(out, draw, 256);
    g_string_append_c(out, '.');
    append_number(out, 1 + (gint64)random_below(draw->random, 254));
}

static void
append_json_scalar(GString *out, Draw *draw, const char *type)
{
    if (strcmp(type, "number") == 0)
        append_below(out, draw, 1000);
    else if (strcmp(type, "boolean") == 0)
        g_string_append(out, random_chance(draw->random, 50) ? "true" : "false");
    else if (strcmp(type, "null") == 0)
        g_string_append(out, "null");
    else {
        g_string_append_c(out, '"');
        append_word(out, &things, draw);
        g_string_append_c(out, '"');
    }
}

MAKE(make_json)
{
    const char *type = limits->json != NULL ? limits->json : "object";
    if (strcmp(type, "array") == 0) {
        g_string_append_c(out, '[');
        append_json_scalar(out, draw, "string");
        g_string_append(out, ", ");
        append_json_scalar(out, draw, "string");
        g_string_append_c(out, ']');
    } else if (strcmp(type, "object") == 0) {
        g_string_append(out, "{\"name\": ");
        append_json_scalar(out, draw, "string");
        g_string_append(out, ", \"count\": ");
        append_json_scalar(out, draw, "number");
        g_string_append_c(out, '}');
    } else {
        append_json_scalar(out, draw, type);
    }
}

MAKE(make_words)
{
    append_word(out, &qualities, draw);
    g_string_append_c(out, ' ');
    append_word(out, &things, draw);
}
