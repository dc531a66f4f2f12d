#include "kinds/key_columns.h"

#include "model/template.h"
#include "sql/lex.h"

const Node *
key_of_rows(const Node *table)
{
    return node_child(table, "primary_key", NULL);
}

const char *
key_columns(Arena *arena, const Node *table)
{
    const Node *key = key_of_rows(table);
    if (key == NULL)
        return NULL;
    g_autofree char *leaf = node_leaf(key);
    const char *cursor = leaf;
    g_autofree char *columns = lex_parenthesised(&cursor);
    return columns == NULL ? NULL : arena_strdup(arena, columns);
}
