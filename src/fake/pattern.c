#include "fake/pattern.h"

#include "base/arena.h"
#include <string.h>

enum { MANY = 1 << 20 };

typedef enum { PART_CLASS, PART_SEQUENCE, PART_CHOICE } PartKind;

/* One thing of a pattern, repeated least to most times. */
typedef struct Part Part;
struct Part {
    PartKind kind;
    int least, most;
    guint8 *set;       /* of PART_CLASS: the ASCII characters of it, as bits */
    const char *other; /* of PART_CLASS: one character beyond ASCII instead; NULL: none */
    Part *first, *last, *next;
    int children;
};

struct Pattern {
    Arena *arena;
    Part *root;
    bool negated;
    GRegex *regex;
};

typedef struct {
    Arena *arena;
    const char *at;
    bool failed;
} Parser;

static Part *
part_new(Parser *parser, PartKind kind)
{
    Part *part = arena_new_one(parser->arena, Part);
    *part = (Part){.kind = kind, .least = 1, .most = 1};
    if (kind == PART_CLASS)
        part->set = arena_alloc(parser->arena, 16);
    return part;
}

static void
part_add(Part *parent, Part *child)
{
    if (parent->first == NULL)
        parent->first = child;
    else
        parent->last->next = child;
    parent->last = child;
    parent->children++;
}

/* Of one in UTF-8. */
static size_t
character_length(const char *at)
{
    size_t length = 1;
    while (((guchar)at[length] & 0xc0) == 0x80)
        length++;
    return length;
}

static void
set_add(guint8 *set, int c)
{
    set[c >> 3] |= (guint8)(1 << (c & 7));
}

static bool
set_has(const guint8 *set, int c)
{
    return (set[c >> 3] >> (c & 7) & 1) != 0;
}

static void
set_add_range(guint8 *set, int from, int to)
{
    for (int c = from; c <= to; c++)
        set_add(set, c);
}

static void
set_invert(guint8 *set)
{
    for (int i = 0; i < 16; i++)
        set[i] = (guint8)~set[i];
}

static bool
set_add_named(guint8 *set, const char *name, size_t length)
{
    static const struct {
        const char *name, *ranges;
    } NAMED[] = {{"digit", "09"}, {"alpha", "azAZ"},    {"alnum", "azAZ09"},  {"lower", "az"},      {"upper", "AZ"},
                 {"space", "  "}, {"word", "azAZ09__"}, {"xdigit", "09afAF"}, {"punct", "!/:@[`{~"}};
    for (size_t i = 0; i < G_N_ELEMENTS(NAMED); i++) {
        if (strlen(NAMED[i].name) != length || strncmp(NAMED[i].name, name, length) != 0)
            continue;
        for (const char *range = NAMED[i].ranges; *range != '\0'; range += 2)
            set_add_range(set, range[0], range[1]);
        return true;
    }
    return false;
}

/* \d, \w, \s, their opposites, and characters that a backslash makes ordinary. */
static void
parse_escape(Parser *parser, guint8 *set)
{
    static const char LETTERS[] = "dws";
    static const char *const NAMES[] = {"digit", "word", "space"};
    const char c = *parser->at;
    if (c == '\0') {
        parser->failed = true;
        return;
    }
    parser->at++;
    const char *letter = strchr(LETTERS, g_ascii_tolower(c));
    if (letter != NULL) {
        guint8 named[16] = {0};
        const char *name = NAMES[letter - LETTERS];
        set_add_named(named, name, strlen(name));
        if (g_ascii_isupper(c))
            set_invert(named);
        for (int i = 0; i < 16; i++)
            set[i] |= named[i];
    } else if (c == 't' || c == 'n') {
        set_add(set, c == 't' ? '\t' : '\n');
    } else if (c <= 0 || g_ascii_isalnum(c)) {
        parser->failed = true;
    } else {
        set_add(set, c);
    }
}

static void
parse_class_item(Parser *parser, guint8 *set)
{
    const char *end = strncmp(parser->at, "[:", 2) == 0 ? strstr(parser->at, ":]") : NULL;
    if (end != NULL) {
        if (!set_add_named(set, parser->at + 2, (size_t)(end - parser->at - 2)))
            parser->failed = true;
        parser->at = end + 2;
    } else if (*parser->at == '\\') {
        parser->at++;
        parse_escape(parser, set);
    } else if ((guchar)*parser->at >= 0x80) {
        parser->at += character_length(parser->at); /* may be, need not */
    } else if (parser->at[1] == '-' && parser->at[2] != ']' && (guchar)parser->at[2] < 0x80 && parser->at[2] != '\\') {
        set_add_range(set, parser->at[0], parser->at[2]);
        parser->at += 3;
    } else {
        set_add(set, *parser->at++);
    }
}

static Part *
parse_class(Parser *parser)
{
    Part *part = part_new(parser, PART_CLASS);
    const bool inverted = *parser->at == '^';
    parser->at += inverted;
    bool first = true;
    for (; *parser->at != '\0' && (*parser->at != ']' || first) && !parser->failed; first = false)
        parse_class_item(parser, part->set);
    if (*parser->at != ']')
        parser->failed = true;
    else
        parser->at++;
    if (inverted)
        set_invert(part->set);
    return part;
}

static Part *parse_choice(Parser *parser);

static Part *
parse_group(Parser *parser)
{
    if (strncmp(parser->at, "?:", 2) == 0)
        parser->at += 2;
    else if (*parser->at == '?')
        parser->failed = true;
    Part *part = parse_choice(parser);
    if (*parser->at == ')')
        parser->at++;
    else
        parser->failed = true;
    return part;
}

static Part *
parse_atom(Parser *parser)
{
    const char c = *parser->at++;
    if (c == '(')
        return parse_group(parser);
    if (c == '[')
        return parse_class(parser);
    Part *part = part_new(parser, PART_CLASS);
    if (c == '.')
        set_add_range(part->set, ' ', '~');
    else if (c == '\\')
        parse_escape(parser, part->set);
    else if (c == '*' || c == '+' || c == '?')
        parser->failed = true;
    else if ((guchar)c < 0x80)
        set_add(part->set, c);
    else {
        const size_t length = character_length(--parser->at);
        part->other = arena_strndup(parser->arena, parser->at, length);
        parser->at += length;
    }
    return part;
}

static void
parse_bounds(Parser *parser, Part *part)
{
    char *end;
    part->least = (int)g_ascii_strtoull(parser->at, &end, 10);
    part->most = part->least;
    if (*end == ',') {
        const char *upper = end + 1;
        part->most = (int)g_ascii_strtoull(upper, &end, 10);
        if (end == upper)
            part->most = MANY;
    }
    if (*end != '}' || part->least > part->most)
        parser->failed = true;
    else
        parser->at = end + 1;
}

static void
parse_quantifier(Parser *parser, Part *part)
{
    switch (*parser->at) {
    case '*':
    case '+':
    case '?':
        part->least = *parser->at == '+';
        part->most = *parser->at == '?' ? 1 : MANY;
        parser->at++;
        break;
    case '{':
        parser->at++;
        parse_bounds(parser, part);
        break;
    default:
        return;
    }
    parser->at += *parser->at == '?'; /* not greedy: the same texts */
}

/* A part that has a quantifier already gets another: a part around it. */
static Part *
parse_repeated(Parser *parser)
{
    Part *part = parse_atom(parser);
    parse_quantifier(parser, part);
    if (*parser->at == '\0' || strchr("*+{", *parser->at) == NULL)
        return part;
    Part *around = part_new(parser, PART_SEQUENCE);
    part_add(around, part);
    parse_quantifier(parser, around);
    return around;
}

/* Anchors are for the ends: what is made has nothing before it or behind it anyway. */
static Part *
parse_sequence(Parser *parser)
{
    Part *sequence = part_new(parser, PART_SEQUENCE);
    parser->at += *parser->at == '^';
    while (*parser->at != '\0' && strchr("|)", *parser->at) == NULL && !parser->failed) {
        if (*parser->at == '$' && (parser->at[1] == '\0' || strchr("|)", parser->at[1]) != NULL))
            parser->at++;
        else if (*parser->at == '^' || *parser->at == '$')
            parser->failed = true;
        else
            part_add(sequence, parse_repeated(parser));
    }
    return sequence;
}

static Part *
parse_choice(Parser *parser)
{
    Part *choice = part_new(parser, PART_CHOICE);
    for (;;) {
        part_add(choice, parse_sequence(parser));
        if (*parser->at != '|' || parser->failed)
            return choice;
        parser->at++;
    }
}

Pattern *
pattern_parse(const char *regex, bool any_case, bool negated)
{
    g_autoptr(Pattern) pattern = g_new0(Pattern, 1);
    pattern->arena = arena_new();
    Parser parser = {.arena = pattern->arena, .at = regex};
    pattern->root = parse_choice(&parser);
    pattern->negated = negated;
    pattern->regex = g_regex_new(regex, (any_case ? G_REGEX_CASELESS : 0) | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
    if (parser.failed || *parser.at != '\0' || pattern->regex == NULL)
        return NULL;
    return g_steal_pointer(&pattern);
}

/* "%" and "_" as ".*" and "."; "\" takes their meaning from them. */
Pattern *
pattern_parse_like(const char *like, bool any_case, bool negated)
{
    g_autoptr(GString) regex = g_string_new("^");
    for (const char *c = like; *c != '\0'; c++) {
        if (*c == '%')
            g_string_append(regex, "[ -~]*");
        else if (*c == '_')
            g_string_append_c(regex, '.');
        else {
            c += *c == '\\' && c[1] != '\0';
            if ((guchar)*c < 0x80 && !g_ascii_isalnum(*c))
                g_string_append_c(regex, '\\');
            g_string_append_c(regex, *c);
        }
    }
    g_string_append_c(regex, '$');
    return pattern_parse(regex->str, any_case, negated);
}

void
pattern_free(Pattern *pattern)
{
    if (pattern == NULL)
        return;
    arena_free(pattern->arena);
    g_clear_pointer(&pattern->regex, g_regex_unref);
    g_free(pattern);
}

bool
pattern_is_negated(const Pattern *pattern)
{
    return pattern->negated;
}

bool
pattern_matches(const Pattern *pattern, const char *text)
{
    return g_regex_match(pattern->regex, text, 0, NULL) != pattern->negated;
}

/* The fewest characters of one repetition. */
static int least_length(const Part *part);

static int
least_of_one(const Part *part)
{
    int sum = 0, least = MANY;
    if (part->kind == PART_CLASS)
        return 1;
    for (const Part *child = part->first; child != NULL; child = child->next) {
        const int length = least_length(child);
        sum += length;
        least = MIN(least, length);
    }
    return part->kind == PART_SEQUENCE ? sum : least;
}

static int
least_length(const Part *part)
{
    return MIN(MANY, part->least * least_of_one(part));
}

/* What is still to be made: characters that are wanted, and room for those that are not needed. */
typedef struct {
    Random *random;
    GString *out;
    int wanted, room;
} Making;

static bool
is_visible(int c)
{
    return c > ' ' && c <= '~';
}

/* Letters and digits before signs: they read better. */
static void
make_character(const Part *part, Making *making)
{
    char good[128], fair[128];
    unsigned n_good = 0, n_fair = 0;
    if (part->other != NULL) {
        g_string_append(making->out, part->other);
        return;
    }
    for (int c = 1; c < 128; c++) {
        if (!set_has(part->set, c))
            continue;
        if (g_ascii_isalnum(c))
            good[n_good++] = (char)c;
        else if (is_visible(c) || n_fair == 0)
            fair[n_fair++] = (char)c;
    }
    if (n_good > 0)
        g_string_append_c(making->out, good[random_below(making->random, n_good)]);
    else if (n_fair > 0)
        g_string_append_c(making->out, fair[random_below(making->random, n_fair)]);
}

static int
choose_count(const Part *part, Making *making)
{
    enum { USUAL = 8 };
    const int unit = MAX(1, least_of_one(part));
    const int most = MIN(part->most - part->least, MAX(0, making->room) / unit);
    const int wanted = MIN(most, (MAX(0, making->wanted) + unit - 1) / unit);
    const int more = most > 0 ? MAX(wanted, (int)random_below(making->random, (guint64)MIN(most, USUAL) + 1)) : 0;
    making->wanted -= more * unit;
    making->room -= more * unit;
    return part->least + more;
}

static void
make_part(const Part *part, Making *making)
{
    for (int count = choose_count(part, making); count > 0; count--) {
        if (part->kind == PART_CLASS) {
            make_character(part, making);
        } else if (part->kind == PART_SEQUENCE) {
            for (const Part *child = part->first; child != NULL; child = child->next)
                make_part(child, making);
        } else {
            const Part *child = part->first;
            for (guint64 i = random_below(making->random, (guint64)part->children); i > 0; i--)
                child = child->next;
            const int spent = least_length(child) - least_of_one(part);
            making->room -= spent;
            making->wanted -= spent;
            make_part(child, making);
        }
    }
}

void
pattern_make(const Pattern *pattern, Random *random, int shortest, int longest, GString *out)
{
    const int least = least_length(pattern->root);
    Making making = {random, out, shortest - least, longest - least};
    make_part(pattern->root, &making);
}
