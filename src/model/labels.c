#include "model/labels.h"

#include "model/template.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

/* PostgreSQL's own list (manual, SECURITY LABEL), as COMMENT ON spells the kinds. */
static const char *const LABELLED[] = {
    "AGGREGATE ",     "COLUMN ",      "DOMAIN ",   "EVENT TRIGGER ",
    "FOREIGN TABLE ", "FUNCTION ",    "LANGUAGE ", "MATERIALIZED VIEW ",
    "PROCEDURE ",     "PUBLICATION ", "SCHEMA ",   "SEQUENCE ",
    "SUBSCRIPTION ",  "TABLE ",       "TYPE ",     "VIEW ",
};

bool
labels_possible(const Kind *kind)
{
    for (size_t i = 0; kind->identify != NULL && i < G_N_ELEMENTS(LABELLED); i++)
        if (g_str_has_prefix(kind->identify, LABELLED[i]))
            return true;
    return false;
}

/* The label at *at, in its quotes; *at moves behind it. */
static char *
read_label(Arena *arena, const char **at)
{
    g_autoptr(GString) label = g_string_new(NULL);
    const char *cursor = *at + 1;
    for (; *cursor != '\'' || cursor[1] == '\''; cursor++) {
        g_string_append_c(label, *cursor);
        cursor += *cursor == '\'';
    }
    *at = cursor + 1;
    return arena_strndup(arena, label->str, label->len);
}

char **
labels_split(Arena *arena, const char *canonical)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    for (const char *at = canonical; at != NULL && *at != '\0'; at += *at == '\0' ? 0 : strlen(", ")) {
        g_autofree char *provider = token_name(lex_next(&at));
        g_ptr_array_add(parts, arena_strdup(arena, provider));
        at += strlen("=");
        g_ptr_array_add(parts, read_label(arena, &at));
    }
    char **list = arena_new_array(arena, char *, parts->len + 1);
    for (guint i = 0; i < parts->len; i++)
        list[i] = parts->pdata[i];
    return list;
}

static void
append_label(GString *out, const char *provider, const char *label)
{
    sql_append(out, "%s%I='", out->len > 0 ? ", " : "", provider);
    for (; *label != '\0'; label++) {
        if (*label == '\'')
            g_string_append_c(out, '\'');
        g_string_append_c(out, *label);
    }
    g_string_append_c(out, '\'');
}

static const char *
label_of(char **pairs, const char *provider)
{
    for (; *pairs != NULL; pairs += 2)
        if (strcmp(pairs[0], provider) == 0)
            return pairs[1];
    return NULL;
}

const char *
labels_add(Arena *arena, const char *canonical, const char *provider, const char *label)
{
    char **pairs = labels_split(arena, canonical);
    if (label_of(pairs, provider) != NULL)
        return NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    for (; *pairs != NULL && strcmp(pairs[0], provider) < 0; pairs += 2)
        append_label(out, pairs[0], pairs[1]);
    append_label(out, provider, label);
    for (; *pairs != NULL; pairs += 2)
        append_label(out, pairs[0], pairs[1]);
    return arena_strndup(arena, out->str, out->len);
}

GPtrArray *
labels_statements(Arena *arena, const Node *from, const Node *to)
{
    GPtrArray *out = g_ptr_array_new();
    char **before = labels_split(arena, from == NULL ? NULL : from->facets[FACET_LABELS]);
    char **after = labels_split(arena, to->facets[FACET_LABELS]);
    const char *what = *before == NULL && *after == NULL ? NULL : template_sql(arena, to->kind->identify, to, NULL);
    for (char **pair = before; *pair != NULL; pair += 2)
        if (label_of(after, pair[0]) == NULL)
            g_ptr_array_add(out, sql_printf(arena, "SECURITY LABEL FOR %I ON %s IS NULL", pair[0], what));
    for (char **pair = after; *pair != NULL; pair += 2)
        if (g_strcmp0(label_of(before, pair[0]), pair[1]) != 0)
            g_ptr_array_add(out, sql_printf(arena, "SECURITY LABEL FOR %I ON %s IS %L", pair[0], what, pair[1]));
    return out;
}
