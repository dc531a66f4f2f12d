#include "model/privileges.h"

#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

/* Behind a grantee: identifiers may hold "=" and ";" inside of their quotes. */
static const char *
grantee_end(const char *at)
{
    const char *cursor = at;
    lex_next(&cursor);
    return cursor;
}

char **
privileges_split(Arena *arena, const char *canonical)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    for (const char *at = canonical; at != NULL && *at != '\0';) {
        const char *end = grantee_end(at);
        Token token = {*at == '"' ? TOKEN_QUOTED : TOKEN_WORD, at, (size_t)(end - at)};
        bool public = token.length == 6 && memcmp(at, "PUBLIC", 6) == 0;
        g_autofree char *name = public ? g_strdup("PUBLIC") : token_name(token);
        g_ptr_array_add(parts, arena_strdup(arena, name));
        at = *end == '=' ? end + 1 : end;
        size_t length = strcspn(at, ";");
        g_ptr_array_add(parts, arena_strndup(arena, at, length));
        at += length + (at[length] == ';');
    }
    char **list = arena_new_array(arena, char *, parts->len + 1);
    for (guint i = 0; i < parts->len; i++)
        list[i] = parts->pdata[i];
    return list;
}

static const char *
privileges_of(char **pairs, const char *grantee)
{
    for (; *pairs != NULL; pairs += 2)
        if (strcmp(pairs[0], grantee) == 0)
            return pairs[1];
    return NULL;
}

/* One statement for the privileges of "list" that carry the grant option, or for those that do not. */
static void
add_grants(GPtrArray *out, Arena *arena, const char *list, bool with_option, const char *on, const char *columns,
           const char *grantee)
{
    g_auto(GStrv) privileges = g_strsplit(list, ",", -1);
    GString *names = g_string_new(NULL);
    for (char **privilege = privileges; *privilege != NULL; privilege++) {
        bool option = g_str_has_suffix(*privilege, "*");
        if (**privilege == '\0' || option != with_option)
            continue;
        g_string_append_printf(names, "%s%.*s%s", names->len > 0 ? ", " : "",
                               (int)(strlen(*privilege) - (option ? 1 : 0)), *privilege, columns);
    }
    if (names->len > 0)
        g_ptr_array_add(out, sql_printf(arena, "GRANT %s ON %s TO %s%s", names->str, on, grantee,
                                        with_option ? " WITH GRANT OPTION" : ""));
    g_string_free(names, TRUE);
}

static char *
grantee_sql(Arena *arena, const char *name)
{
    return strcmp(name, "PUBLIC") == 0 ? arena_strdup(arena, name) : sql_printf(arena, "%I", name);
}

/*
 * A grantee whose privileges change is revoked everything and granted anew; one that goes back to the default is given
 * the default by the caller's text having no entry, so only what differed is taken away.
 */
GPtrArray *
privileges_statements(Arena *arena, const char *from, const char *to, const char *on, const char *columns)
{
    GPtrArray *out = g_ptr_array_new();
    char **before = privileges_split(arena, from);
    char **after = privileges_split(arena, to);
    for (char **pair = before; *pair != NULL; pair += 2) {
        const char *now = privileges_of(after, pair[0]);
        if (g_strcmp0(now, pair[1]) == 0)
            continue;
        const char *grantee = grantee_sql(arena, pair[0]);
        if (pair[1][0] != '\0')
            g_ptr_array_add(out, sql_printf(arena, "REVOKE ALL%s ON %s FROM %s", columns, on, grantee));
        if (now == NULL && pair[1][0] == '\0')
            g_ptr_array_add(out, sql_printf(arena, "GRANT %s ON %s TO %s",
                                            g_str_has_prefix(on, "TYPE") || g_str_has_prefix(on, "DOMAIN") ? "USAGE"
                                                                                                            : "EXECUTE",
                                            on, grantee));
    }
    for (char **pair = after; *pair != NULL; pair += 2) {
        const char *was = privileges_of(before, pair[0]);
        if (g_strcmp0(was, pair[1]) == 0)
            continue;
        const char *grantee = grantee_sql(arena, pair[0]);
        if (was == NULL && (pair[1][0] == '\0' || strcmp(pair[0], "PUBLIC") == 0))
            g_ptr_array_add(out, sql_printf(arena, "REVOKE ALL%s ON %s FROM %s", columns, on, grantee));
        add_grants(out, arena, pair[1], false, on, columns, grantee);
        add_grants(out, arena, pair[1], true, on, columns, grantee);
    }
    return out;
}
