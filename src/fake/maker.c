#include "fake/maker.h"

#include "fake/condition.h"
#include "fake/others.h"
#include "fake/texts.h"
#include "fake/topic.h"
#include <string.h>

enum { VARHDRSZ = 4, TRIES = 30, FREE_FROM_ATTEMPT = 2 };

#define MOST_DECIMAL G_GINT64_CONSTANT(999999999999999999) /* 18 digits */

static Axis
decimal_axis(int typmod)
{
    enum { SCALE_MASK = 0x7ff, SCALE_SIGN = 1024, USUAL_SCALE = 2, LARGEST_SCALE = 6, LARGEST_PRECISION = 18 };
    Axis axis = {.kind = AXIS_DECIMAL, .scale = USUAL_SCALE, .least = 0, .most = MOST_DECIMAL / 10};
    if (typmod < VARHDRSZ)
        return axis;
    const int precision = (typmod - VARHDRSZ) >> 16 & 0xffff;
    const int scale = ((((typmod - VARHDRSZ) & SCALE_MASK) ^ SCALE_SIGN) - SCALE_SIGN);
    axis.scale = CLAMP(scale, 0, LARGEST_SCALE);
    const int digits = CLAMP(precision - scale + axis.scale, 0, LARGEST_PRECISION);
    axis.most = 1;
    for (int i = 0; i < digits; i++)
        axis.most *= 10;
    axis.most--;
    return axis;
}

/* The sensible half of each type, where the other one is below zero: checks may lower it (axis_floor). */
static Axis
axis_of(const FakeType *type, int typmod)
{
    static const struct {
        const char *name;
        Axis axis;
    } AXES[] = {
        {"int2", {AXIS_INTEGER, 0, false, G_MININT16, G_MAXINT16}},
        {"int4", {AXIS_INTEGER, 0, false, G_MININT32, G_MAXINT32}},
        {"int8", {AXIS_INTEGER, 0, false, G_MININT64 / 2, G_MAXINT64 / 2}},
        {"oid", {AXIS_INTEGER, 0, false, 1, G_MAXINT32}},
        {"xid", {AXIS_INTEGER, 0, false, 3, G_MAXINT32}},
        {"cid", {AXIS_INTEGER, 0, false, 0, G_MAXINT32}},
        {"xid8", {AXIS_INTEGER, 0, false, 3, G_MAXINT32}},
        {"money", {AXIS_INTEGER, 0, false, 0, G_MAXINT32}},
        {"float4", {AXIS_DECIMAL, 2, false, -9999999, 9999999}},
        {"float8", {AXIS_DECIMAL, 3, false, -MOST_DECIMAL / 1000, MOST_DECIMAL / 1000}},
        {"date", {AXIS_DATE, 0, false, -719162, 2932896}},
        {"timestamp", {AXIS_TIMESTAMP, 0, false, -719162 * TICKS_A_DAY, 2932896 * TICKS_A_DAY}},
        {"timestamptz", {AXIS_TIMESTAMP, 0, true, -719162 * TICKS_A_DAY, 2932896 * TICKS_A_DAY}},
        {"time", {AXIS_TIME, 0, false, 0, TICKS_A_DAY - 1}},
        {"timetz", {AXIS_TIME, 0, true, 0, TICKS_A_DAY - 1}},
        {"interval", {AXIS_INTERVAL, 0, false, 0, 10000 * TICKS_A_DAY}},
    };
    for (size_t i = 0; type->form == 'b' && i < G_N_ELEMENTS(AXES); i++)
        if (strcmp(type->plain, AXES[i].name) == 0)
            return AXES[i].axis;
    if (type->form == 'b' && strcmp(type->plain, "numeric") == 0) {
        Axis axis = decimal_axis(typmod);
        axis.least = -axis.most;
        return axis;
    }
    return (Axis){.kind = AXIS_NONE};
}

static bool
is_text(const FakeType *type)
{
    return type->category == 'S' && type->form == 'b';
}

static MakeFunction *
make_function(const FakeType *type, const char *column, const char *table)
{
    switch (type->form) {
    case 'c':
        return make_composite;
    case 'r':
        return make_range;
    case 'm':
        return make_multirange;
    default:
        if (type->category == 'A' && type->part != NULL)
            return make_array;
        return is_text(type) ? topic_of_text(column, table) : other_maker(type);
    }
}

static void
limit_text(Maker *maker)
{
    if (strcmp(maker->type->plain, "name") == 0)
        maker->limits.longest = MIN(maker->limits.longest, 63);
    else if (is_text(maker->type) && maker->typmod > VARHDRSZ)
        maker->limits.longest = MIN(maker->limits.longest, maker->typmod - VARHDRSZ);
}

static void
make_fields(Subject *subject, Maker *maker)
{
    const FakeType *type = maker->type;
    maker->n_fields = type->n_fields;
    maker->fields = arena_new_array(subject->arena, Maker *, type->n_fields);
    for (size_t i = 0; i < type->n_fields; i++)
        maker->fields[i] =
            maker_new(subject, type->fields[i].type, type->fields[i].typmod, type->fields[i].name, type->plain);
}

Maker *
maker_new(Subject *subject, const FakeType *type, int typmod, const char *column, const char *table)
{
    Maker *maker = arena_new_one(subject->arena, Maker);
    const ValueSet *tried = NULL;
    Limits limits = limits_any();
    for (; type->form == 'd' && type->part != NULL; type = type->part) {
        tried = tried != NULL ? tried : type->tried;
        limits.not_null |= type->not_null;
        if (type->limits != NULL)
            limits_narrow(&limits, type->limits);
        typmod = type->typmod;
    }
    *maker = (Maker){.type = type, .typmod = typmod, .limits = limits, .axis = axis_of(type, typmod)};
    maker->rare = topic_rareness(column);
    maker->all_letters = subject->has_all_letters;
    limit_text(maker);
    if (type->part != NULL)
        maker->part = maker_new(subject, type->part, typmod, column, table);
    if (type->form == 'c')
        make_fields(subject, maker);
    if (maker->axis.kind != AXIS_NONE)
        topic_of_axis(maker, column);
    maker->make = make_function(type, column, table);
    tried = tried != NULL ? tried : type->tried;
    if (type->form == 'e')
        limits_allow(&maker->limits, &type->labels);
    if (tried != NULL)
        limits_allow(&maker->limits, tried);
    return maker;
}

/* The ticks that a value may have: within the limits, and the usual ones where these leave any. */
static void
choose_window(const Maker *maker, const Limits *limits, int attempt, gint64 *low, gint64 *high)
{
    enum { WIDER = 1000000 };
    const gint64 least = MAX(limits->low, maker->axis.least), most = MIN(limits->high, maker->axis.most);
    const gint64 span =
        attempt >= FREE_FROM_ATTEMPT && maker->axis.kind <= AXIS_DECIMAL && maker->axis.kind != AXIS_NONE
            ? (gint64)WIDER * 1000
            : maker->usual_high - maker->usual_low;
    *low = MAX(least, maker->usual_low);
    *high = MIN(most, maker->usual_low + span);
    if (*low <= *high)
        return;
    if (most < maker->usual_low) {
        *high = most;
        *low = MAX(least, most - span);
    } else {
        *low = least;
        *high = MIN(most, least + span);
    }
}

/* Its own piece of the window, one for each row. */
static gint64
choose_in_order(const Draw *draw, gint64 low, gint64 high)
{
    const double piece = ((double)high - (double)low) / (double)draw->of;
    const gint64 first = low + (gint64)(piece * (double)draw->number);
    return random_between(draw->random, first, MIN(high, first + (gint64)piece));
}

static bool
make_on_axis(const Maker *maker, const Limits *limits, Draw *draw, GString *out, gint64 *ticks)
{
    gint64 low, high;
    choose_window(maker, limits, draw->attempt, &low, &high);
    if (low > high)
        return false;
    const bool in_order = maker->in_order && draw->attempt == 0 && draw->number < draw->of;
    *ticks = in_order ? choose_in_order(draw, low, high) : random_between(draw->random, low, high);
    const gint64 step = draw->attempt >= FREE_FROM_ATTEMPT ? 1 : maker->step, whole = *ticks - *ticks % step;
    if (whole >= low && whole <= high)
        *ticks = whole;
    axis_format(&maker->axis, *ticks, out);
    return true;
}

static void
append_letters(GString *out, Draw *draw, gint64 count)
{
    for (; count > 0; count--)
        g_string_append_c(out, "abcdefghijklmnopqrstuvwxyz0123456789"[random_below(draw->random, 36)]);
}

/* Cut and filled up to the length that it may have; unlike others, where the row was refused before. */
static void
fit_text(const Limits *limits, Draw *draw, gsize from, GString *out)
{
    enum { UNLIKE = 8 };
    const gint64 longest = limits->longest;
    if (draw->attempt >= FREE_FROM_ATTEMPT) {
        const gint64 tail = MIN(longest, UNLIKE);
        if ((gint64)(out->len - from) > longest - tail)
            g_string_truncate(out, from + (gsize)(longest - tail));
        append_letters(out, draw, tail);
    }
    if ((gint64)(out->len - from) > longest)
        g_string_truncate(out, from + (gsize)longest);
    while (longest > 1 && out->len > from && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    append_letters(out, draw, limits->shortest - (gint64)(out->len - from));
    for (gsize i = from; i < out->len && limits->letters != LETTERS_ANY; i++)
        out->str[i] = limits->letters == LETTERS_LOWER ? g_ascii_tolower(out->str[i]) : g_ascii_toupper(out->str[i]);
}

static bool
pick_from(const ValueSet *set, Draw *draw, GString *out)
{
    if (set->count == 0)
        return false;
    g_string_append(out, set->texts[random_below(draw->random, set->count)]);
    return true;
}

/* What the name suggests may be what a pattern wants: an email address has an "@". */
static bool
make_usual(const Maker *maker, const Limits *limits, Draw *draw, GString *out)
{
    const gsize from = out->len;
    if (!is_text(maker->type) || maker->make == NULL)
        return false;
    maker->make(maker, limits, draw, out);
    fit_text(limits, draw, from, out);
    if (limits_accept(limits, &maker->axis, out->str + from))
        return true;
    g_string_truncate(out, from);
    return false;
}

static bool
make_once(const Maker *maker, const Limits *limits, Draw *draw, GString *out, gint64 *ticks)
{
    enum { HINTS = 30 };
    const gsize from = out->len;
    if (limits->allowed[0] != NULL)
        return pick_from(limits->allowed[0], draw, out);
    if (limits->hints != NULL && random_chance(draw->random, HINTS))
        return pick_from(limits->hints, draw, out);
    if (limits->patterns[0] != NULL && !pattern_is_negated(limits->patterns[0]) &&
        !make_usual(maker, limits, draw, out)) {
        pattern_make(limits->patterns[0], draw->random, limits->shortest, limits->longest, out);
        return true;
    }
    if (out->len > from)
        return true;
    if (maker->axis.kind != AXIS_NONE)
        return make_on_axis(maker, limits, draw, out, ticks);
    if (maker->make == NULL)
        return false;
    maker->make(maker, limits, draw, out);
    if (is_text(maker->type))
        fit_text(limits, draw, from, out);
    return true;
}

/* Are there limits that a value which was made may miss? */
static bool
must_be_tried(const Limits *limits)
{
    return limits->allowed[0] != NULL || limits->forbidden[0] != NULL || limits->patterns[0] != NULL ||
           limits->hints != NULL;
}

static bool
is_accepted(const Maker *maker, const Limits *limits, const char *text, gint64 *ticks)
{
    if (maker->axis.kind != AXIS_NONE && !axis_parse(&maker->axis, text, ticks))
        return limits->hints == NULL;
    if (limits->letters != LETTERS_ANY) {
        g_autofree char *cased = limits->letters == LETTERS_LOWER ? g_utf8_strdown(text, -1) : g_utf8_strup(text, -1);
        if (strcmp(cased, text) != 0)
            return false;
    }
    const bool is_scalar = maker->axis.kind != AXIS_NONE || is_text(maker->type);
    Limits tried = *limits;
    if (!is_scalar) {
        tried.shortest = 0;
        tried.longest = LIMITS_LONGEST;
    }
    return limits_accept(&tried, &maker->axis, text);
}

bool
maker_make(const Maker *maker, const Limits *limits, Draw *draw, GString *out, gint64 *ticks)
{
    const gsize from = out->len;
    if (limits_are_empty(limits) && maker->part == NULL)
        return false;
    if (!must_be_tried(limits))
        return make_once(maker, limits, draw, out, ticks);
    for (int i = 0; i < TRIES; i++) {
        g_string_truncate(out, from);
        if (!make_once(maker, limits, draw, out, ticks))
            return false;
        if (is_accepted(maker, limits, out->str + from, ticks))
            return true;
    }
    g_string_truncate(out, from);
    return false;
}

/* Texts of one or two characters can be counted: letters, digits, and where there is need, more. */
static const char LETTERS[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
enum { N_LETTERS = sizeof LETTERS - 1, FIRST_MORE = 0x4e00, N_MORE = 20000 };

static gint64
count_letters(const Maker *maker, const Limits *limits)
{
    enum { SHORT = 2 };
    if (!is_text(maker->type) || limits->longest > SHORT || limits->patterns[0] != NULL ||
        limits->letters != LETTERS_ANY)
        return 0;
    return limits->longest == 1 ? N_LETTERS + (maker->all_letters ? N_MORE : 0) : N_LETTERS * N_LETTERS;
}

static void
append_letter(GString *out, gint64 number)
{
    if (number < N_LETTERS)
        g_string_append_c(out, LETTERS[number]);
    else
        g_string_append_unichar(out, (gunichar)(FIRST_MORE + number - N_LETTERS));
}

gint64
maker_count(const Maker *maker, const Limits *limits)
{
    enum { FEW = 1000000 };
    if (limits->allowed[0] != NULL)
        return (gint64)limits->allowed[0]->count;
    if (strcmp(maker->type->plain, "bool") == 0)
        return 2;
    if (maker->axis.kind == AXIS_NONE)
        return count_letters(maker, limits);
    const gint64 low = MAX(limits->low, maker->axis.least), high = MIN(limits->high, maker->axis.most);
    return low > high || (guint64)high - (guint64)low >= FEW ? 0 : high - low + 1;
}

bool
maker_pick(const Maker *maker, const Limits *limits, gint64 number, GString *out, gint64 *ticks)
{
    const gsize from = out->len;
    if (limits->allowed[0] != NULL)
        g_string_append(out, limits->allowed[0]->texts[number]);
    else if (strcmp(maker->type->plain, "bool") == 0)
        g_string_append(out, number == 0 ? "f" : "t");
    else if (maker->axis.kind != AXIS_NONE)
        axis_format(&maker->axis, MAX(limits->low, maker->axis.least) + number, out);
    else if (limits->longest == 1)
        append_letter(out, number);
    else
        g_string_append_printf(out, "%c%c", LETTERS[number / N_LETTERS], LETTERS[number % N_LETTERS]);
    return is_accepted(maker, limits, out->str + from, ticks);
}
