#include "kinds/key_columns.h"

#include "model/template.h"
#include "sql/words.h"

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
    const char *temporal = columns;
    return columns == NULL || words_skip_to(&temporal, "overlaps") ? NULL : arena_strdup(arena, columns);
}
