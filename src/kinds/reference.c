#include "kinds/reference.h"

#include "model/lineage.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <string.h>

/* As the definition spells it: "public.t". */
static char *
referenced_name(const Node *key)
{
    const char *cursor = node_value(key, "definition");
    g_autofree char *columns = lex_parenthesised(&cursor);
    GString *name = g_string_new(NULL);
    lex_next_solid(&cursor); /* REFERENCES */
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END && !token_is(token, "(");
         token = lex_next_solid(&cursor))
        g_string_append_len(name, token.text, (gssize)token.length);
    return g_string_free(name, FALSE);
}

static bool
has_name(const Node *table, const char *spelled)
{
    g_autoptr(GString) name = g_string_new(NULL);
    node_append_name(name, table);
    return strcmp(name->str, spelled) == 0;
}

/* A partition's key may be needed, too. */
const Node *
referenced_table(const Node *key)
{
    g_autofree char *name = referenced_name(key);
    const Node *other = key->parent;
    for (guint i = 0; key->needs != NULL && i < key->needs->len && !has_name(key->parent, name); i++) {
        const Node *table = node_root(key->needs->pdata[i]);
        if (table == key->parent || table->kind != key->parent->kind)
            continue;
        other = table;
        if (has_name(table, name))
            break;
    }
    return other;
}

/* Heirs have foreign keys of their own, partitions have that of the table above. */
static const char *
own_rows(Actions *actions, const Node *table)
{
    const bool apart = node_value(table, "partition_by") == NULL && node_has_heirs(table);
    return template_sql(actions->arena, apart ? "ONLY {node}" : "{node}", table, NULL);
}

/* Is it of a type that PostgreSQL brings, compared as that type is? */
static bool
is_plain(const Node *table, const char *name)
{
    const char *cursor = name;
    g_autofree char *plain = token_name(lex_next_solid(&cursor));
    const Node *column = plain == NULL ? NULL : node_child(table, "column", plain);
    const char *type = column == NULL ? NULL : node_value(column, "type");
    return type != NULL && strchr(type, '.') == NULL && node_value(column, "collation") == NULL;
}

/* "(r.a, r.b)" of "a, b"; NULL: one of them is not plain. */
static const char *
row_of(Actions *actions, const Node *table, const char *alias, const char *columns)
{
    g_autoptr(GString) row = g_string_new(NULL);
    char **names = split_list(actions->arena, columns);
    for (char **name = names; *name != NULL; name++) {
        if (!is_plain(table, *name))
            return NULL;
        g_string_append_printf(row, "%s%s.%s", name == names ? "" : ", ", alias, *name);
    }
    const bool several = names[0] != NULL && names[1] != NULL;
    return arena_printf(actions->arena, "%s%s%s", several ? "(" : "", row->str, several ? ")" : "");
}

static bool
is_match_full(const char *rest)
{
    for (Token before = {0}, token = lex_next_solid(&rest); token.kind != TOKEN_END; token = lex_next_solid(&rest)) {
        if (token_is(before, "match") && token_is(token, "full"))
            return true;
        before = token;
    }
    return false;
}

bool
reference_violation(Actions *actions, const Node *key, Violation *out)
{
    const Node *table = referenced_table(key);
    const char *cursor = node_value(key, "definition");
    g_autofree char *columns = lex_parenthesised(&cursor), *others = lex_parenthesised(&cursor);
    const char *row = columns == NULL ? NULL : row_of(actions, key->parent, "f", columns);
    const char *referenced = others == NULL ? NULL : row_of(actions, table, "r", others);
    if (row == NULL || referenced == NULL)
        return false;
    const bool partly = is_match_full(cursor) && row[0] == '('; /* a row that is NULL in part is refused as well */
    *out = (Violation){
        .title = arena_printf(actions->arena, "foreign key %s", key->name),
        .from = arena_printf(actions->arena, "%s f", own_rows(actions, key->parent)),
        .condition = arena_printf(actions->arena, "%s%s%s AND NOT EXISTS (SELECT FROM %s r WHERE %s = %s)",
                                  partly ? "NOT (" : "", row, partly ? " IS NULL)" : " IS NOT NULL",
                                  own_rows(actions, table), referenced, row),
    };
    return true;
}
