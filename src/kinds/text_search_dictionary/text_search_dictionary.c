/*
 * CREATE TEXT SEARCH DICTIONARY. Options are altered in place; the template cannot be. PostgreSQL keeps a number
 * without quotes as it was written: "options" is one spelling for both, "spelled" what pg_dump shows.
 */
#include "kinds/embedded.h"
#include "model/emit.h"
#include "sql/split.h"
#include <string.h>

enum { TEMPLATE, OPTIONS, SPELLED };

static const char *
options_of(const Node *node)
{
    const char *options = node->values[SPELLED] != NULL ? node->values[SPELLED] : node->values[OPTIONS];
    return options == NULL ? "" : options;
}

/* A name alone takes the option away, and one that is said anew comes last: those from the first difference on are
 * written again, in their order. */
static void
add_options(Actions *actions, Action *action, const Node *from, const Node *to,
            ActionSql *(*add)(Actions *, Action *, const char *))
{
    char **old_options = split_list(actions->arena, options_of(from));
    char **new_options = split_list(actions->arena, options_of(to));
    g_autoptr(GString) list = g_string_new(NULL);
    for (; *old_options != NULL; old_options++) {
        if (*new_options != NULL && strcmp(*old_options, *new_options) == 0)
            new_options++;
        else
            g_string_append_printf(list, "%s%.*s", list->len > 0 ? ", " : "", (int)strcspn(*old_options, " ="),
                                   *old_options);
    }
    for (; *new_options != NULL; new_options++)
        g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", *new_options);
    const TemplateToken more[] = {{"list", list->str}, {NULL, NULL}};
    add(actions, action, template_sql(actions->arena, "ALTER TEXT SEARCH DICTIONARY {node} ({list})", to, more));
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC,
                                  "both applications get its new lexemes at once; what was indexed keeps the old ones"};
    if (changed & (1ull << TEMPLATE))
        return false;
    Action *action = emit_change(actions, old_node, new_node, effect, "change options", NULL, NULL);
    add_options(actions, action, old_node, new_node, action_up);
    add_options(actions, action, new_node, old_node, action_down);
    return true;
}

static const Attr attrs[] = {
    [TEMPLATE] = {.key = "template", .type = VALUE_SQL, .flags = ATTR_REQUIRED, .doc = "simple, snowball, ispell, ..."},
    [OPTIONS] = {.key = "options",
                 .type = VALUE_OPTIONS,
                 .doc = "what its template asks for: language, stopwords, ..."},
    [SPELLED] = {.key = "spelled",
                 .type = VALUE_SQL,
                 .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                 .doc = "the options as they were written"},
};

const Kind kind_text_search_dictionary = {
    .name = "text_search_dictionary",
    .title = "text search dictionary",
    .plural = "text_search_dictionaries",
    .in_schema = true,
    .on_alter = DEPENDANT_RECREATE,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .leaf = "(TEMPLATE = {template}[spelled?, {spelled}][spelled![options?, {options}]])",
    .create = "CREATE TEXT SEARCH DICTIONARY {node} {leaf}",
    .drop = "DROP TEXT SEARCH DICTIONARY {node}",
    .rename = "ALTER TEXT SEARCH DICTIONARY {node} RENAME TO {new}",
    .identify = "TEXT SEARCH DICTIONARY {node}",
    .owner = "TEXT SEARCH DICTIONARY {node}",
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still search with it"},
    .alter = alter,
    .catalog = "pg_ts_dict",
    .query = text_search_dictionary_sql,
};
