#include "fake/others.h"

#include "fake/texts.h"
#include "fake/words.h"
#include <string.h>

#define MAKE(name)                                                                                                     \
    void name(const Maker *maker G_GNUC_UNUSED, const Limits *limits G_GNUC_UNUSED, Draw *draw G_GNUC_UNUSED,          \
              GString *out)
#define MAKE_HERE(name) static MAKE(name)

static void
append_below(GString *out, Draw *draw, guint64 count)
{
    append_number(out, (gint64)random_below(draw->random, count));
}

/* "12,5": both below a count. */
static void
append_point(GString *out, Draw *draw)
{
    g_string_append_c(out, '(');
    append_below(out, draw, 1000);
    g_string_append_c(out, ',');
    append_below(out, draw, 1000);
    g_string_append_c(out, ')');
}

MAKE_HERE(make_bool)
{
    g_string_append(out, random_chance(draw->random, 50) ? "t" : "f");
}

MAKE_HERE(make_network)
{
    g_string_append(out, "10.");
    append_below(out, draw, 256);
    g_string_append_c(out, '.');
    append_below(out, draw, 256);
    g_string_append(out, ".0/24");
}

static void
append_octets(GString *out, Draw *draw, int count)
{
    for (int i = 0; i < count; i++)
        g_string_append_printf(out, "%s%02x", i > 0 ? ":" : "", i == 0 ? 2 : (unsigned)random_below(draw->random, 256));
}

MAKE_HERE(make_macaddr)
{
    append_octets(out, draw, 6);
}

MAKE_HERE(make_macaddr8)
{
    append_octets(out, draw, 8);
}

MAKE_HERE(make_bytea)
{
    const guint64 usual = 4 + random_below(draw->random, 13);
    guint64 count = MIN(MAX(usual, (guint64)limits->shortest), (guint64)limits->longest);
    if (limits->bytes >= 0)
        count = (guint64)limits->bytes;
    g_string_append(out, "\\x");
    for (; count > 0; count--)
        g_string_append_printf(out, "%02x", (unsigned)random_below(draw->random, 256));
}

/* bit(n) has exactly n, bit varying(n) up to n. */
MAKE(make_bits)
{
    gint64 count = maker->typmod > 0 ? maker->typmod : strcmp(maker->type->plain, "bit") == 0 ? 1 : 8;
    if (limits->bytes >= 0)
        count = limits->bytes;
    for (; count > 0; count--)
        g_string_append_c(out, random_chance(draw->random, 50) ? '1' : '0');
}

MAKE_HERE(make_json_path)
{
    g_string_append_printf(out, "$.%s", things.words[random_below(draw->random, things.count)]);
}

MAKE_HERE(make_xml)
{
    g_string_append_printf(out, "<item><name>%s</name></item>", things.words[random_below(draw->random, things.count)]);
}

MAKE_HERE(make_document)
{
    for (int i = 1; i <= 4; i++)
        g_string_append_printf(out, "%s'%s':%d", i > 1 ? " " : "",
                               things.words[random_below(draw->random, things.count)], i);
}

MAKE_HERE(make_text_query)
{
    g_string_append_printf(out, "'%s' & '%s'", qualities.words[random_below(draw->random, qualities.count)],
                           things.words[random_below(draw->random, things.count)]);
}

MAKE_HERE(make_point)
{
    append_point(out, draw);
}

static void
append_points(GString *out, Draw *draw, int count)
{
    for (int i = 0; i < count; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        append_point(out, draw);
    }
}

MAKE_HERE(make_line)
{
    g_string_append_c(out, '{');
    append_number(out, 1 + (gint64)random_below(draw->random, 100));
    g_string_append(out, ",-1,");
    append_below(out, draw, 100);
    g_string_append_c(out, '}');
}

MAKE_HERE(make_two_points)
{
    append_points(out, draw, 2);
}

MAKE_HERE(make_three_points)
{
    g_string_append_c(out, '(');
    append_points(out, draw, 3);
    g_string_append_c(out, ')');
}

MAKE_HERE(make_circle)
{
    g_string_append_c(out, '<');
    append_point(out, draw);
    g_string_append_c(out, ',');
    append_number(out, 1 + (gint64)random_below(draw->random, 100));
    g_string_append_c(out, '>');
}

MAKE_HERE(make_log_place)
{
    g_string_append_printf(out, "%X/%08X", (unsigned)random_below(draw->random, 16),
                           (unsigned)random_below(draw->random, G_MAXUINT32));
}

MAKE_HERE(make_snapshot)
{
    const gint64 id = 100 + (gint64)random_below(draw->random, 1000000);
    append_number(out, id);
    g_string_append_c(out, ':');
    append_number(out, id);
    g_string_append_c(out, ':');
}

MAKE_HERE(make_tuple_place)
{
    append_point(out, draw);
}

MAKE_HERE(make_letter)
{
    g_string_append_c(out, (char)('a' + random_below(draw->random, 26)));
}

MAKE_HERE(make_pair)
{
    g_string_append_printf(out, "\"%s\"=>\"%s\"", things.words[random_below(draw->random, things.count)],
                           qualities.words[random_below(draw->random, qualities.count)]);
}

MAKE_HERE(make_label_path)
{
    g_string_append_printf(out, "%s.%s", qualities.words[random_below(draw->random, qualities.count)],
                           things.words[random_below(draw->random, things.count)]);
    append_below(out, draw, 1000);
}

MAKE_HERE(make_numbers)
{
    append_below(out, draw, 100);
    g_string_append_c(out, ' ');
    append_below(out, draw, 100);
}

/* Names of things that every server has. */
MAKE_HERE(make_registered)
{
    static const char *const NAMES[][2] = {
        {"regclass", "pg_catalog.pg_class"},
        {"regtype", "integer"},
        {"regproc", "pg_catalog.now"},
        {"regprocedure", "pg_catalog.now()"},
        {"regnamespace", "pg_catalog"},
        {"regrole", "pg_monitor"},
        {"regconfig", "pg_catalog.simple"},
        {"regdictionary", "pg_catalog.simple"},
        {"regcollation", "pg_catalog.\"C\""},
        {"regoper", "pg_catalog.||/"},
        {"regoperator", "pg_catalog.+(integer,integer)"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(NAMES); i++)
        if (strcmp(NAMES[i][0], maker->type->plain) == 0)
            g_string_append(out, NAMES[i][1]);
}

MakeFunction *
other_maker(const FakeType *type)
{
    static const struct {
        const char *names;
        MakeFunction *make;
    } MAKERS[] = {
        {"bool", make_bool},
        {"uuid", make_uuid},
        {"inet", make_ip},
        {"cidr", make_network},
        {"macaddr", make_macaddr},
        {"macaddr8", make_macaddr8},
        {"bytea", make_bytea},
        {"bit varbit", make_bits},
        {"json jsonb", make_json},
        {"jsonpath", make_json_path},
        {"xml", make_xml},
        {"tsvector", make_document},
        {"tsquery", make_text_query},
        {"point", make_point},
        {"line", make_line},
        {"lseg box", make_two_points},
        {"path polygon", make_three_points},
        {"circle", make_circle},
        {"pg_lsn", make_log_place},
        {"pg_snapshot txid_snapshot", make_snapshot},
        {"tid", make_tuple_place},
        {"char", make_letter},
        {"hstore", make_pair},
        {"ltree", make_label_path},
        {"int2vector oidvector", make_numbers},
        {"regclass regtype regproc regprocedure regnamespace regrole regconfig regdictionary regcollation regoper "
         "regoperator",
         make_registered},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(MAKERS); i++) {
        g_auto(GStrv) names = g_strsplit(MAKERS[i].names, " ", -1);
        if (g_strv_contains((const char *const *)names, type->plain))
            return MAKERS[i].make;
    }
    return NULL;
}

/* Within quotes that a backslash escapes. */
static void
append_quoted(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '"');
}

static void
append_part(const Maker *part, Draw *draw G_GNUC_UNUSED, GString *out)
{
    g_autoptr(GString) text = g_string_new(NULL);
    gint64 ticks;
    if (maker_make(part, &part->limits, draw, text, &ticks))
        append_quoted(out, text->str);
}

MAKE(make_array)
{
    enum { USUAL = 4 };
    const int usual = 1 + (int)random_below(draw->random, USUAL);
    const int count = MIN(MAX(usual, limits->shortest), limits->longest);
    g_string_append_c(out, '{');
    for (int i = 0; i < count; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        append_part(maker->part, draw, out);
    }
    g_string_append_c(out, '}');
}

MAKE(make_composite)
{
    g_string_append_c(out, '(');
    for (size_t i = 0; i < maker->n_fields; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        append_part(maker->fields[i], draw, out);
    }
    g_string_append_c(out, ')');
}

/* Where limits are given, from the one to the other, the upper one not included. */
MAKE(make_range)
{
    const Maker *part = maker->part;
    gint64 low, high, other;
    g_autoptr(GString) text = g_string_new(NULL);
    if (part->axis.kind == AXIS_NONE) {
        g_string_append(out, "empty");
        return;
    }
    if (limits->low != G_MININT64 && limits->high != G_MAXINT64) {
        low = limits->low;
        high = limits->high;
    } else {
        maker_make(part, &part->limits, draw, text, &low);
        maker_make(part, &part->limits, draw, text, &other);
        high = MAX(low, other) + part->step;
        low = MIN(low, other);
    }
    g_string_append(out, "[\"");
    axis_format(&part->axis, low, out);
    g_string_append(out, "\",\"");
    axis_format(&part->axis, high, out);
    g_string_append(out, "\")");
}

MAKE(make_multirange)
{
    g_string_append_c(out, '{');
    make_range(maker->part, limits, draw, out);
    g_string_append_c(out, '}');
}
