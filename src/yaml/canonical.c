#include "yaml/canonical.h"

#include "model/lineage.h"
#include "model/template.h"
#include "sql/format.h"
#include "sql/lex.h"
#include "sql/split.h"
#include "yaml/clauses.h"
#include "yaml/shape.h"
#include "yaml/write_values.h"
#include <string.h>

typedef struct {
    Arena *arena;
    const Schema *schema;
    GHashTable *realised; /* a declaration -> what became of it */
    GHashTable *givers;   /* realised nodes that something undeclared comes with */
} Canonical;

/* What became of declarations ------------------------------------------------------------------------------------- */

static void
add_realised(Node *node, void *data)
{
    Canonical *canonical = data;
    if (node->declared != NULL)
        g_hash_table_insert(canonical->realised, (gpointer)(guintptr)node->declared, node);
}

/* A serial column's sequence is needed by the column's default. */
static void
add_givers(Canonical *canonical, const Schema *realised)
{
    for (guint i = 0; i < realised->roots->len; i++) {
        const Node *root = realised->roots->pdata[i];
        if (root->declared != NULL || root->kind->is_schema)
            continue;
        for (guint k = 0; root->needed_by != NULL && k < root->needed_by->len; k++)
            for (const Node *node = root->needed_by->pdata[k]; node != NULL; node = node->parent)
                g_hash_table_add(canonical->givers, (gpointer)(guintptr)node);
    }
}

static bool
holds_comment(const char *sql)
{
    const char *cursor = sql;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor))
        if (token.kind == TOKEN_SPACE &&
            (memchr(token.text, '-', token.length) || memchr(token.text, '*', token.length)))
            return true;
    return false;
}

/* Does the leaf say what stands beside a leaf when it is written by pleat? */
static bool
says_more(const Node *declared, const Node *realised)
{
    for (size_t i = 0; i < realised->kind->n_attrs; i++) {
        const Attr *attr = &realised->kind->attrs[i];
        if (realised->values[i] != NULL && declared->values[i] == NULL &&
            (attr->flags & (ATTR_HIDDEN | ATTR_INTERNAL)) == 0 && !node_leaf_says(realised, i))
            return true;
    }
    return false;
}

/* Constraints in a column's leaf ---------------------------------------------------------------------------------- */

/* Is it what "(column) REFERENCES ..." says of this column alone? */
static bool
is_on_column(Arena *arena, const Node *constraint, const char *column, const char **behind)
{
    g_autofree char *leaf = node_leaf(constraint);
    const char *start = sql_printf(arena, "(%I)", column);
    if (!g_str_has_prefix(leaf, start))
        return false;
    *behind = arena_strdup(arena, leaf + strlen(start) + strspn(leaf + strlen(start), " "));
    return true;
}

/* The constraint that a clause made: by its name; without one, the only undeclared one that can be it. */
static const Node *
find_constraint(const Canonical *canonical, const Node *column, const Clause *clause, const char **behind)
{
    const Node *found = NULL;
    *behind = NULL;
    for (const Node *child = column->parent->first_child; child != NULL; child = child->next) {
        const char *rest = NULL;
        bool is_from_leaf = child->declared == NULL || child->declared->place.line == column->declared->place.line;
        if (g_strcmp0(child->kind->naming, clause->naming) != 0 || !is_from_leaf ||
            (clause->name != NULL && strcmp(child->name, clause->name) != 0) ||
            (!kind_is_condition(child->kind) && !is_on_column(canonical->arena, child, column->name, &rest)))
            continue;
        if (found != NULL)
            return NULL;
        found = child;
        *behind = rest;
    }
    return found;
}

static bool
has_values_beside(const Node *node)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (node->values[i] != NULL && !node_leaf_says(node, i))
            return true;
    return false;
}

/* As its author wrote it where the words behind the column are not all that there is to say. */
static void
append_clause(const Canonical *canonical, GString *out, const Node *column, const Clause *written, const Clause *named)
{
    const char *behind;
    const Node *constraint = find_constraint(canonical, column, named, &behind);
    g_string_append_c(out, ' ');
    if (written->name != NULL)
        sql_append(out, "CONSTRAINT %I ", written->name);
    if (constraint == NULL || has_values_beside(constraint)) {
        g_string_append(out, written->text);
    } else if (kind_is_condition(constraint->kind)) {
        g_autofree char *condition = node_leaf(constraint);
        g_string_append_printf(out, "CHECK (%s)", condition);
    } else if (*behind != '\0' && constraint->kind->outlives_drop) {
        g_string_append(out, behind);
    } else {
        g_string_append(out, written->text);
    }
}

static void
append_constraints(const Canonical *canonical, GString *out, const Node *column, const LeafPlace *place)
{
    g_autoptr(GArray) written = clauses_read(canonical->arena, place->text);
    g_autoptr(GArray) named = clauses_read(canonical->arena, place->node->leaf); /* but for those that it has lost */
    guint next = 0;
    for (guint i = 0; i < written->len; i++) {
        const Clause *clause = &g_array_index(written, Clause, i), *name = clause;
        if (next < named->len && strcmp(g_array_index(named, Clause, next).naming, clause->naming) == 0)
            name = &g_array_index(named, Clause, next++);
        append_clause(canonical, out, column, clause, name);
    }
}

/* Texts ------------------------------------------------------------------------------------------------------------ */

static const char *
leaf_text(const Canonical *canonical, const Node *realised, const LeafPlace *place)
{
    if (kind_is_text(realised->kind) || g_hash_table_contains(canonical->givers, realised) ||
        says_more(place->node, realised))
        return NULL;
    /* DEFAULT NULL of an heir: what it does not have of the table above is said, too. */
    g_autofree char *leaf = node_leaf(heir_own(canonical->arena, canonical->schema, realised));
    if (place->is_list && leaf_is_names(canonical->arena, realised, leaf))
        return NULL;
    g_autoptr(GString) text = g_string_new(leaf);
    if (kind_is_column(realised->kind))
        append_constraints(canonical, text, realised, place);
    return arena_strndup(canonical->arena, text->str, text->len);
}

/* x double precision, "Y" integer: of the item the type. */
static const char *
item_text(const Canonical *canonical, const char *value, int item)
{
    char **items = split_list(canonical->arena, value);
    for (int i = 0; i < item && *items != NULL; i++)
        items++;
    const char *cursor = *items;
    if (cursor == NULL)
        return NULL;
    lex_next_solid(&cursor);
    return cursor + strspn(cursor, " ");
}

static const char *
other_text(const Canonical *canonical, const LeafPlace *place)
{
    const Node *realised = g_hash_table_lookup(canonical->realised, place->node);
    if (realised == NULL || holds_comment(place->text))
        return NULL;
    if (place->attr < 0)
        return leaf_text(canonical, realised, place);
    const char *value = realised->values[place->attr];
    if (value == NULL || place->is_list || g_hash_table_contains(canonical->givers, realised))
        return NULL;
    if (realised->kind->attrs[place->attr].type == VALUE_MAP)
        return item_text(canonical, value, place->item);
    g_autoptr(GString) text = g_string_new(NULL);
    template_append_value(text, VALUE_SQL, value);
    return arena_strdup(canonical->arena, text->str);
}

/* A mixin's leaf is there several times: where it does not mean the same each time, it stays. */
static void
add_text(GHashTable *texts, const LeafPlace *place, const char *text)
{
    gpointer start = GSIZE_TO_POINTER(place->start);
    const char *former = g_hash_table_lookup(texts, start);
    if (text == NULL || (former != NULL && strcmp(former, text) != 0))
        text = place->text;
    g_hash_table_insert(texts, start, (gpointer)(guintptr)text);
}

static void
remove_equal(const Schema *declared, GHashTable *files)
{
    for (guint i = 0; i < declared->leaves->len; i++) {
        const LeafPlace *place = &g_array_index(declared->leaves, LeafPlace, i);
        GHashTable *texts = g_hash_table_lookup(files, place->file);
        if (g_strcmp0(g_hash_table_lookup(texts, GSIZE_TO_POINTER(place->start)), place->text) == 0)
            g_hash_table_remove(texts, GSIZE_TO_POINTER(place->start));
    }
}

GHashTable *
canonical_texts(const Schema *declared, const Schema *realised, Arena *arena)
{
    g_autoptr(GHashTable) nodes = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) givers = g_hash_table_new(NULL, NULL);
    GHashTable *files = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
    Canonical canonical = {arena, realised, nodes, givers};
    schema_visit(realised, add_realised, &canonical);
    add_givers(&canonical, realised);
    for (guint i = 0; i < declared->leaves->len; i++) {
        const LeafPlace *place = &g_array_index(declared->leaves, LeafPlace, i);
        if (!g_hash_table_contains(files, place->file))
            g_hash_table_insert(files, (gpointer)(guintptr)place->file, g_hash_table_new(NULL, NULL));
        add_text(g_hash_table_lookup(files, place->file), place, other_text(&canonical, place));
    }
    remove_equal(declared, files);
    return files;
}
