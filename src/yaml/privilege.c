#include "yaml/privilege.h"

#include "model/lineage.h"
#include "model/privileges.h"
#include "sql/format.h"
#include "sql/lex.h"
#include "yaml/leaf.h"
#include "yaml/loader.h"
#include "yaml/names.h"
#include <string.h>

/* Privileges of each kind of object by the first word of GRANT ... ON (manual, "Privileges"). */
static const struct {
    const char *object, *all;
} ALL[] = {
    {"TABLE", "SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER"},
    {"SEQUENCE", "SELECT,UPDATE,USAGE"},
    {"SCHEMA", "CREATE,USAGE"},
    {"FUNCTION", "EXECUTE"},
    {"PROCEDURE", "EXECUTE"},
    {"LANGUAGE", "USAGE"},
    {"TYPE", "USAGE"},
    {"DOMAIN", "USAGE"},
    {"FOREIGN", "USAGE"},
    {"LARGE", "SELECT,UPDATE"},
};

/* All that can be granted on objects of a kind, separated by commas: arena. */
const char *
privileges_all(Arena *arena, const Node *node, int major)
{
    GrantParts parts;
    if (node->kind->grants_column)
        return "SELECT,INSERT,UPDATE,REFERENCES";
    if (!privileges_parts(arena, node, &parts))
        return "";
    for (size_t i = 0; i < G_N_ELEMENTS(ALL); i++)
        if (g_str_has_prefix(parts.on, ALL[i].object))
            return arena_printf(arena, "%s%s", ALL[i].all, i == 0 && major >= 17 ? ",MAINTAIN" : "");
    return "";
}

static int
compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static char *
sorted_list(Arena *arena, const char *list, const char *separator)
{
    g_auto(GStrv) items = g_strsplit(list, separator, -1);
    qsort(items, g_strv_length(items), sizeof *items, compare_texts);
    g_autofree char *joined = g_strjoinv(separator, items);
    return arena_strdup(arena, joined);
}

/* The list with one more privilege, which may have the grant option or not, or without it. */
static const char *
change_list(Arena *arena, const char *list, const char *privilege, bool add)
{
    g_auto(GStrv) items = g_strsplit(list, ",", -1);
    g_autoptr(GString) out = g_string_new(NULL);
    size_t length = strcspn(privilege, "*");
    for (char **item = items; *item != NULL; item++)
        if (**item != '\0' && !(strcspn(*item, "*") == length && strncmp(*item, privilege, length) == 0))
            g_string_append_printf(out, "%s%s", out->len > 0 ? "," : "", *item);
    if (add)
        g_string_append_printf(out, "%s%s", out->len > 0 ? "," : "", privilege);
    return sorted_list(arena, out->str, ",");
}

char *
privileges_change(Arena *arena, const char *canonical, const char *grantee, const char *privilege, bool add)
{
    char **pairs = privileges_split(arena, canonical);
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(g_free);
    bool found = false;
    for (size_t i = 0;; i += 2) {
        bool end = pairs[i] == NULL;
        if (end && found)
            break;
        const char *name = end ? grantee : pairs[i], *list = end ? "" : pairs[i + 1];
        if (strcmp(name, grantee) == 0) {
            list = privilege == NULL ? list : change_list(arena, list, privilege, add);
            found = true;
        }
        bool public = strcmp(name, "PUBLIC") == 0;
        /* "\1" sorts before every character of a longer name; "=" would not */
        g_ptr_array_add(entries, g_strconcat(public ? name : sql_printf(arena, "%I", name), "\1", list, NULL));
        if (end)
            break;
    }
    g_ptr_array_sort(entries, compare_texts);
    for (guint i = 0; i < entries->len; i++)
        *strrchr(entries->pdata[i], '\1') = '=';
    g_ptr_array_add(entries, NULL);
    g_autofree char *joined = g_strjoinv(";", (char **)entries->pdata);
    return arena_strdup(arena, joined);
}

/* --- In declarations -------------------------------------------------------------------------------------------- */

typedef struct {
    Loader *loader;
    Node *node;
    const char *grantee;
    Place place;
} Grant;

static bool
is_known(const char *all, const char *privilege)
{
    g_auto(GStrv) known = g_strsplit(all, ",", -1);
    return g_strv_contains((const char *const *)known, privilege);
}

static void
unknown_privilege(const Grant *grant, const Kind *kind, const char *all, const char *word)
{
    Loader *loader = grant->loader;
    g_autofree char *lower = g_ascii_strdown(all, -1), *given = g_ascii_strdown(word, -1);
    g_auto(GStrv) known = g_strsplit(lower, ",", -1);
    problems_add(loader->problems, grant->place, "%s %s has no privilege \"%s\"", kind_article(kind), kind->title,
                 given);
    const char *near = problem_did_you_mean(given, (const char *const *)known);
    g_autofree char *list = g_strjoinv(", ", known);
    problems_hint(loader->problems, near == NULL ? "one of %s" : "did you mean \"%s\"?", near == NULL ? list : near);
}

static void
grant_on(const Grant *grant, Node *node, const char *word, bool with_option)
{
    Loader *loader = grant->loader;
    const char *all = privileges_all(loader->arena, node, loader->schema->major);
    bool everything = strcmp(word, "ALL") == 0;
    if (!everything && !is_known(all, word) && !(strcmp(word, "MAINTAIN") == 0 && g_str_has_prefix(all, "SELECT"))) {
        unknown_privilege(grant, node->kind, all, word);
        return;
    }
    g_auto(GStrv) words = g_strsplit(everything ? all : word, ",", -1);
    for (char **each = words; *each != NULL; each++) {
        const char *privilege = arena_printf(loader->arena, "%s%s", *each, with_option ? "*" : "");
        const char *before = node->facets[FACET_PRIVILEGES];
        node->facets[FACET_PRIVILEGES] = privileges_change(loader->arena, before, grant->grantee, privilege, true);
    }
}

/* A column that a table above may have. */
static Node *
add_part(const Grant *grant, const char *name)
{
    Loader *loader = grant->loader;
    const Kind *kind = kinds_all[0];
    for (size_t i = 0; !(kind->grants_column && kind_has_parent(kind, grant->node->kind)); i++)
        kind = kinds_all[i];
    Node *part = node_new(loader->schema, kind, NULL, name, NULL);
    part->place = grant->place;
    part->flags = NODE_DERIVED | NODE_PART;
    return loader_add(loader, grant->node, part) ? part : NULL;
}

static void
grant_on_columns(const Grant *grant, const char *word, const char *columns, bool with_option)
{
    Loader *loader = grant->loader;
    for (const char *cursor = columns;;) {
        Token token = lex_next_solid(&cursor);
        if (token.kind == TOKEN_END || token_is(token, ")"))
            return;
        g_autofree char *name = token_name(token);
        Node *column = NULL;
        for (Node *child = grant->node->first_child; name != NULL && child != NULL; child = child->next)
            if (child->kind->grants_column && strcmp(child->name, name) == 0)
                column = child;
        if (column == NULL && name != NULL && node_has_lineage(grant->node))
            column = add_part(grant, name);
        if (column != NULL)
            grant_on(grant, column, word, with_option);
        else if (name != NULL)
            problems_add(loader->problems, grant->place, "%s has no column \"%s\"", loader_title(loader, grant->node),
                         name);
    }
}

/* "select", "update (name, b)", either with "with grant option". */
void
privileges_grant(Loader *loader, Node *node, const char *grantee, const char *text, Place place)
{
    const Grant grant = {loader, node, grantee, place};
    const char *cursor = text;
    Token word = lex_next_solid(&cursor);
    g_autofree char *privilege = g_ascii_strup(word.text, (gssize)word.length);
    const char *columns = NULL;
    bool with_option = false;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        if (token_is(token, "(") && columns == NULL)
            columns = cursor;
        with_option = with_option || token_is(token, "grant");
    }
    if (columns == NULL)
        grant_on(&grant, node, privilege, with_option);
    else
        grant_on_columns(&grant, privilege, columns, with_option);
}

static void
declare_grantee(Loader *loader, Node *node, const DocItem *item)
{
    const DocNode *list = item->value;
    const char *schema, *grantee;
    const char *fault = name_parse(loader->arena, item->key->text, false, &schema, &grantee);
    if (fault != NULL) {
        problems_add(loader->problems, item->key->place, "name \"%s\": %s", item->key->text, fault);
        return;
    }
    if (strcmp(item->key->text, "public") == 0)
        grantee = "PUBLIC";
    if (list->type == DOC_MAPPING || list->missing) {
        if (!list->broken)
            problems_add(loader->problems, list->place, "expected a list of privileges, not %s", doc_type_name(list));
        return;
    }
    if (list->type == DOC_LIST && list->n_items == 0) {
        const char *before = node->facets[FACET_PRIVILEGES];
        node->facets[FACET_PRIVILEGES] = privileges_change(loader->arena, before, grantee, NULL, false);
    }
    for (size_t i = 0; list->type == DOC_LIST && i < list->n_items; i++) {
        const char *text = value_text(loader, list->items[i].value);
        if (text != NULL)
            privileges_grant(loader, node, grantee, text, list->items[i].value->place);
    }
    if (list->type == DOC_TEXT)
        privileges_grant(loader, node, grantee, list->text, list->place);
}

void
privileges_declare(Loader *loader, Node *node, const DocNode *value)
{
    if (node->kind->grant_on == NULL) {
        problems_add(loader->problems, value->place, "%s %s has no privileges", kind_article(node->kind),
                     node->kind->title);
        return;
    }
    GrantParts parts;
    if (!privileges_parts(loader->arena, node, &parts)) {
        problems_add(loader->problems, node->place, "\"%s\" does not say whose %s they are", node->name,
                     node->kind->title);
        problems_hint(loader->problems, "such as \"%s\"", node->kind->example);
        return;
    }
    if (value->type != DOC_MAPPING) {
        if (!value->broken)
            problems_add(loader->problems, value->place, "privileges is a mapping of roles to lists, not %s",
                         doc_type_name(value));
        return;
    }
    for (size_t i = 0; i < value->n_items; i++)
        declare_grantee(loader, node, &value->items[i]);
}
