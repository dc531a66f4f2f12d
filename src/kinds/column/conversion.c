#include "kinds/column/conversion.h"

#include "kinds/column/change.h"
#include "kinds/shared.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <stdio.h>
#include <string.h>

static const char WITH_ZONE[] = "timestamp with time zone", WITHOUT_ZONE[] = "timestamp without time zone";

/* Families within which casts keep as much of a value as the type can hold. */
static const char *const FAMILIES[][7] = {
    {"smallint", "integer", "bigint", "numeric", "real", "double precision"},
    {"text", "character varying", "character"},
    {"date", "timestamp without time zone", "timestamp with time zone"},
    {"time without time zone", "time with time zone"},
    {"interval"},
    {"bit", "bit varying"},
    {"inet", "cidr"},
};

/* Each type with those that have all of its values; modifiers are looked at apart. */
static const char *const TOTAL[][2] = {
    {"smallint", "integer"},
    {"smallint", "bigint"},
    {"smallint", "numeric"},
    {"smallint", "real"},
    {"smallint", "double precision"},
    {"integer", "bigint"},
    {"integer", "numeric"},
    {"integer", "double precision"},
    {"bigint", "numeric"},
    {"real", "double precision"},
    {"smallint", "text"},
    {"integer", "text"},
    {"bigint", "text"},
    {"numeric", "text"},
    {"boolean", "text"},
    {"uuid", "text"},
    {"character varying", "text"},
    {"json", "text"},
    {"jsonb", "text"},
    {"jsonb", "json"},
    {"text", "character varying"},
    {"character varying", "character varying"},
    {"numeric", "numeric"},
    {WITH_ZONE, WITHOUT_ZONE},
    {WITHOUT_ZONE, WITH_ZONE},
    {"date", WITHOUT_ZONE},
    {"date", WITH_ZONE},
};

static bool
has_modifier(const char *type)
{
    return strchr(type, '(') != NULL;
}

/* numeric(10,2) to numeric(14,4): as many digits on both sides of the point. */
static bool
numeric_holds(const char *from, const char *to)
{
    int old_precision, old_scale, new_precision, new_scale;
    return !has_modifier(to) || (sscanf(from, "numeric(%d,%d)", &old_precision, &old_scale) == 2 &&
                                 sscanf(to, "numeric(%d,%d)", &new_precision, &new_scale) == 2 &&
                                 new_scale >= old_scale && new_precision - new_scale >= old_precision - old_scale);
}

static bool
is_declared(const Node *from, const Node *to)
{
    return conversion_declared(from, true) != NULL || conversion_declared(to, false) != NULL;
}

bool
conversion_is_total(const Node *from, const Node *to)
{
    const char *old_type = from->values[TYPE], *new_type = to->values[TYPE];
    g_autofree char *old_base = type_without_modifier(old_type), *new_base = type_without_modifier(new_type);
    if (is_declared(from, to))
        return false;
    if (strcmp(old_base, "numeric") == 0 && strcmp(new_base, "numeric") == 0)
        return numeric_holds(old_type, new_type);
    for (size_t i = 0; i < G_N_ELEMENTS(TOTAL); i++)
        if (strcmp(TOTAL[i][0], old_base) == 0 && strcmp(TOTAL[i][1], new_base) == 0)
            return !has_modifier(new_type);
    return false;
}

static bool
is_of_family(const char *type, const char *const *family)
{
    g_autofree char *base = type_without_modifier(type);
    if (g_str_has_suffix(base, "[]"))
        base[strlen(base) - strlen("[]")] = '\0';
    return g_strv_contains(family, base);
}

bool
conversion_returns(const Node *from, const Node *to)
{
    const char *old_type = from->values[TYPE], *new_type = to->values[TYPE];
    if (g_str_has_suffix(old_type, "[]") != g_str_has_suffix(new_type, "[]"))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(FAMILIES); i++)
        if (is_of_family(old_type, FAMILIES[i]) && is_of_family(new_type, FAMILIES[i]))
            return true;
    return false;
}

/* Of a type that was made anew, field by field; NULL: by its text. */
static char *
cast_by_fields(Actions *actions, const Node *from, const Node *to, const char *value)
{
    const Node *old_type = type_aside_of(from), *new_type = type_aside_of(to);
    const bool is_anew = old_type != NULL && new_type != NULL && strcmp(old_type->key, new_type->key) == 0;
    if (!is_anew || old_type->kind->convert == NULL || old_type->kind->keeps_text(old_type, new_type))
        return NULL;
    return old_type->kind->convert(old_type, new_type, value, actions->arena);
}

/* Times of day and dates are those of UTC, whatever the session's time zone (as the runner's own sessions have it). */
char *
conversion_cast(Actions *actions, const Node *from, const Node *to, const char *value)
{
    g_autofree char *old_base = type_without_modifier(from->values[TYPE]);
    g_autofree char *new_base = type_without_modifier(to->values[TYPE]);
    const char *type = to->values[TYPE];
    char *by_fields = cast_by_fields(actions, from, to, value);
    if (by_fields != NULL)
        return by_fields;
    if (strcmp(new_base, WITH_ZONE) == 0 && strcmp(old_base, "date") == 0)
        return arena_printf(actions->arena, "(%s::timestamp AT TIME ZONE 'UTC')::%s", value, type);
    if ((strcmp(new_base, WITH_ZONE) == 0 && strcmp(old_base, WITHOUT_ZONE) == 0) ||
        (strcmp(old_base, WITH_ZONE) == 0 && (strcmp(new_base, WITHOUT_ZONE) == 0 || strcmp(new_base, "date") == 0)))
        return arena_printf(actions->arena, "(%s AT TIME ZONE 'UTC')::%s", value, type);
    return arena_printf(actions->arena, "%s%s::%s", value, cast_detour(actions, from, to), type);
}

static bool
mentions(const char *expression, const char *name)
{
    const char *cursor = expression;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        g_autofree char *word = token_name(token);
        if (g_strcmp0(word, name) == 0)
            return true;
    }
    return false;
}

const char *
conversion_declared(const Node *node, bool back)
{
    const Extras *extras = node->declared == NULL ? NULL : node->declared->extras;
    if (extras == NULL || extras->backfill == NULL || !mentions(extras->backfill, node->name))
        return NULL; /* it was for the column's coming */
    if (!back)
        return extras->backfill;
    for (const char *const *pair = extras->backfill_down; pair != NULL && *pair != NULL; pair += 2)
        if (strcmp(pair[0], node->name) == 0)
            return pair[1];
    return NULL;
}
