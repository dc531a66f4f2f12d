#include "kinds/shared.h"

#include "kinds/parts.h"
#include "sql/format.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <string.h>

/* Routines ----------------------------------------------------------------------------------------------------- */

Action *
emit_replace(Actions *actions, const Node *old_node, const Node *new_node, const char *verb)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC, "both applications run the new body at once"};
    Action *action = action_add(actions, old_node, new_node, effect, verb);
    action->alters = true;
    Definition up = node_define(actions->arena, new_node, true);
    Definition down = node_define(actions->arena, old_node, true);
    emit_definition_up(actions, action, up);
    emit_definition_down(actions, action, down);
    return action;
}

char *
routine_find_id(const Node *node, Arena *arena)
{
    g_autoptr(GString) name = g_string_new(NULL);
    node_append_name(name, node);
    return sql_printf(arena, "to_regprocedure(%L)", name->str);
}

const Attr routine_attrs[] = {
    [ROUTINE_DEFINITION] = {.key = "definition", .type = VALUE_SQL, .flags = ATTR_HIDDEN, .doc = "the whole command"},
    [ROUTINE_BODY] = {.key = "body", .type = VALUE_TEXT, .flags = ATTR_HIDDEN | ATTR_INTERNAL, .doc = "its body alone"},
    [ROUTINE_ARGUMENTS] = {.key = "arguments",
                           .type = VALUE_SQL,
                           .flags = ATTR_HIDDEN,
                           .doc = "names, modes, types, defaults"},
    [ROUTINE_RETURNS] = {.key = "returns", .type = VALUE_SQL, .flags = ATTR_HIDDEN, .doc = "its result"},
    [ROUTINE_LANGUAGE] = {.key = "language", .type = VALUE_NAME, .flags = ATTR_HIDDEN, .doc = "its language"},
};

/* Options ------------------------------------------------------------------------------------------------------ */

static void
append_with_comma(GString *out, const char *text, size_t length)
{
    if (out->len > 0)
        g_string_append(out, ", ");
    g_string_append_len(out, text, (gssize)length);
}

/* PostgreSQL keeps them in the order in which they were set, and pg_dump shows it. */
static void
add_option_statements(Actions *actions, Action *action, const char *target, const char *from, const char *to,
                      ActionAdd *add)
{
    char **old_options = split_list(actions->arena, from == NULL ? "" : from);
    char **new_options = split_list(actions->arena, to == NULL ? "" : to);
    g_autoptr(GString) set = g_string_new(NULL), reset = g_string_new(NULL);
    for (char **option = old_options; *option != NULL; option++)
        if (*new_options != NULL && strcmp(*option, *new_options) == 0)
            new_options++; /* stays, and stays before all that follow */
        else
            append_with_comma(reset, *option, strcspn(*option, "="));
    for (char **option = new_options; *option != NULL; option++)
        append_with_comma(set, *option, strlen(*option));
    if (reset->len > 0)
        add(actions, action, arena_printf(actions->arena, "%s RESET (%s)", target, reset->str));
    if (set->len > 0)
        add(actions, action, arena_printf(actions->arena, "%s SET (%s)", target, set->str));
}

Action *
emit_options(Actions *actions, const Node *old_node, const Node *new_node, int attr, Effect effect, const char *target)
{
    return emit_option_changes(actions, old_node, new_node, old_node->values[attr], new_node->values[attr], effect,
                               target);
}

Action *
emit_option_changes(Actions *actions, const Node *old_node, const Node *new_node, const char *from, const char *to,
                    Effect effect, const char *target)
{
    Action *action = action_add(actions, old_node, new_node, effect, "change options");
    action->alters = true;
    add_option_statements(actions, action, template_sql(actions->arena, target, new_node, NULL), from, to, action_up);
    add_option_statements(actions, action, template_sql(actions->arena, target, old_node, NULL), to, from, action_down);
    return action;
}

/* "host 'db'" and "host 'other'" are one option with two values. */
static size_t
name_length(const char *option)
{
    const char *cursor = option;
    lex_next(&cursor);
    return (size_t)(cursor - option);
}

/* The item of a list that has the name of another, or NULL. */
static const char *
find_named(char **list, const char *option)
{
    size_t length = name_length(option);
    for (; *list != NULL; list++)
        if (name_length(*list) == length && strncmp(*list, option, length) == 0)
            return *list;
    return NULL;
}

static void
add_foreign_options(Actions *actions, Action *action, const char *target, const char *from, const char *to,
                    ActionSql *(*add)(Actions *, Action *, const char *))
{
    char **old_options = split_list(actions->arena, from == NULL ? "" : from);
    char **new_options = split_list(actions->arena, to == NULL ? "" : to);
    g_autoptr(GString) list = g_string_new(NULL);
    for (char **option = old_options; *option != NULL; option++)
        if (find_named(new_options, *option) == NULL)
            g_string_append_printf(list, "%sDROP %.*s", list->len > 0 ? ", " : "", (int)name_length(*option), *option);
    for (char **option = new_options; *option != NULL; option++) {
        const char *was = find_named(old_options, *option);
        if (g_strcmp0(was, *option) != 0)
            g_string_append_printf(list, "%s%s %s", list->len > 0 ? ", " : "", was == NULL ? "ADD" : "SET", *option);
    }
    add(actions, action, arena_printf(actions->arena, "%s OPTIONS (%s)", target, list->str));
}

void
emit_foreign_options(Actions *actions, const Node *old_node, const Node *new_node, int attr, const char *target)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_NONE, COST_SEMANTIC,
                                  "both applications get there by them at once"};
    const char *from = old_node->values[attr], *to = new_node->values[attr];
    Action *action = action_add(actions, old_node, new_node, effect, emit_verb(actions, "change options of", new_node));
    action->alters = true;
    add_foreign_options(actions, action, template_sql(actions->arena, target, new_node, NULL), from, to, action_up);
    add_foreign_options(actions, action, template_sql(actions->arena, target, old_node, NULL), to, from, action_down);
}

/* Tablespaces -------------------------------------------------------------------------------------------------- */

bool
columns_go_on(const Node *old_node, const Node *new_node)
{
    const char *old_columns = node_value(old_node, "columns"), *new_columns = node_value(new_node, "columns");
    if (old_columns == NULL || new_columns == NULL || !g_str_has_prefix(new_columns, old_columns))
        return false;
    const char behind = new_columns[strlen(old_columns)];
    return behind == '\0' || behind == ',';
}

void
emit_tablespace(Actions *actions, const Node *old_node, const Node *new_node, int attr, bool has_parts)
{
    Action *action = emit_attribute(actions, old_node, new_node, attr);
    if (has_parts)
        action->effect = (Effect){PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "only new partitions come there"};
}

void
append_before_where(GString *sql, const char *text, const char *clause)
{
    int depth = 0;
    const char *cursor = text;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        depth += token_is(token, "(") - token_is(token, ")");
        if (depth == 0 && token_is(token, "where")) {
            g_string_append_len(sql, text, token.text - text);
            g_string_append_printf(sql, "%s %s", clause, token.text);
            return;
        }
    }
    g_string_append_printf(sql, "%s %s", text, clause);
}

/* Key constraints ---------------------------------------------------------------------------------------------- */

char *
type_without_modifier(const char *type)
{
    const char *open = strchr(type, '('), *close = open == NULL ? NULL : strchr(open, ')');
    return close == NULL ? g_strdup(type) : g_strdup_printf("%.*s%s", (int)(open - type), type, close + 1);
}

const Attr key_attrs[N_KEY_ATTRS] = {
    {.key = "definition", .type = VALUE_SQL, .doc = "(columns) and all that may follow"},
    {.key = "columns", .type = VALUE_NAMES, .flags = ATTR_INTERNAL, .doc = "the key columns"},
    {.key = "include", .type = VALUE_NAMES, .flags = ATTR_INTERNAL, .doc = "columns that the index only carries"},
    {.key = "nulls_not_distinct",
     .type = VALUE_BOOL,
     .flags = ATTR_INTERNAL,
     .since = 15,
     .doc = "nulls count as equal"},
    {.key = "deferrable", .type = VALUE_SQL, .doc = "deferrable [initially deferred]"},
    {.key = "storage", .type = VALUE_OPTIONS, .doc = "storage parameters of its index"},
    INDEX_ATTRS,
    INDEX_COMMENT_ATTR,
};

/* Announced ---------------------------------------------------------------------------------------------------- */

static void
require_schema(Action *action, const Node *node)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        Node *needed = node->needs->pdata[i];
        if (needed->kind->is_schema)
            g_ptr_array_add(action->requires, needed);
    }
}

bool
announced_create(const Node *node, Actions *actions)
{
    Action *action = action_add(actions, NULL, node, create_effect(node->kind), emit_verb(actions, "announce", node));
    action->announces = true;
    emit_up(actions, action, node->kind->announce, node);
    require_schema(action, node);
    emit_create(actions, node, create_effect(node->kind));
    return true;
}

bool
announced_drop(const Node *node, Actions *actions)
{
    emit_drop(actions, node, drop_effect(node->kind));
    Action *action = action_add(actions, node, NULL, drop_effect(node->kind), emit_verb(actions, "forget", node));
    action->announces = true;
    emit_down(actions, action, node->kind->announce, node);
    return true;
}

/* Aliases ------------------------------------------------------------------------------------------------------ */

/* A column that was renamed in place has its old name in the alias: it is the new one that says what it was. */
static const char *
name_of_now(const Node *old_column, const Node *new_node)
{
    for (const Node *column = new_node->first_child; column != NULL; column = column->next) {
        const Extras *extras = column->declared == NULL ? NULL : column->declared->extras;
        if (column->kind == old_column->kind && extras != NULL && extras->renamed_from != NULL &&
            strcmp(extras->renamed_from, old_column->name) == 0 && column->kind->is_replaceable != NULL &&
            !column->kind->is_replaceable(old_column, column))
            return column->name;
    }
    return old_column->name;
}

static bool
is_column(const Node *node)
{
    return node->kind->grants_column;
}

static void
append_columns(GString *sql, const Node *old_node, const Node *new_node)
{
    const char *comma = "";
    for (const Node *column = old_node->first_child; column != NULL; column = column->next)
        if (is_column(column) && !column->kind->bare) {
            const char *now = name_of_now(column, new_node);
            sql_append(sql, "%s%I", comma, now);
            if (strcmp(now, column->name) != 0)
                sql_append(sql, " AS %I", column->name);
            comma = ", ";
        }
    if (comma[0] == '\0')
        g_string_append_c(sql, '*');
}

/* Row security must stay that of the reader, and so must the rights on what a view reads. */
static const char *
alias_options(const Actions *actions, const Node *old_node)
{
    const int secured = kind_attr(old_node->kind, "row_security"), options = kind_attr(old_node->kind, "options");
    const char *said = options < 0 ? NULL : old_node->values[options];
    const bool is_secured = (secured >= 0 && old_node->values[secured] != NULL) ||
                            (said != NULL && strstr(said, "security_invoker") != NULL);
    return is_secured && actions->new_schema->major >= 15 ? " WITH (security_invoker=true)" : "";
}

bool
alias_view(const Node *old_node, const Node *new_node, Actions *actions, Action *action, ActionAdd *make,
           ActionAdd *take_away)
{
    g_autoptr(GString) sql = g_string_new("CREATE VIEW ");
    node_append_name(sql, old_node);
    sql_append(sql, "%s AS SELECT ", alias_options(actions, old_node));
    append_columns(sql, old_node, new_node);
    g_string_append(sql, " FROM ");
    node_append_name(sql, new_node);
    make(actions, action, sql->str);
    Node alias = *old_node;
    alias.kind = kind_find("view");
    alias.facets[FACET_COMMENT] = NULL;
    emit_facet_changes(actions, action, NULL, &alias, make);
    for (const Node *column = old_node->first_child; column != NULL; column = column->next) {
        Node part = *column;
        part.facets[FACET_COMMENT] = NULL;
        if (is_column(column))
            emit_facet_changes(actions, action, NULL, &part, make);
    }
    take_away(actions, action, template_sql(actions->arena, alias.kind->drop, old_node, NULL));
    return true;
}

bool
alias_domain(const Node *old_node, const Node *new_node, Actions *actions, Action *action, ActionAdd *make,
             ActionAdd *take_away)
{
    g_autoptr(GString) sql = g_string_new("CREATE DOMAIN ");
    node_append_name(sql, old_node);
    g_string_append(sql, " AS ");
    node_append_name(sql, new_node);
    make(actions, action, sql->str);
    take_away(actions, action, template_sql(actions->arena, "DROP DOMAIN {node}", old_node, NULL));
    return true;
}

/* Where its arguments' types are renamed too, none can be made that the old application's calls would find. */
bool
alias_routine(const Node *old_node, const Node *new_node, Actions *actions, Action *action, ActionAdd *make,
              ActionAdd *take_away)
{
    if (g_strcmp0(old_node->signature, new_node->signature) != 0)
        return false;
    make(actions, action, node_define(actions->arena, old_node, false).sql);
    emit_facet_changes(actions, action, NULL, old_node, make);
    take_away(actions, action, template_sql(actions->arena, old_node->kind->drop, old_node, NULL));
    return true;
}

/* Validation --------------------------------------------------------------------------------------------------- */

static void
make_not_valid(Actions *actions, GArray *statements, guint place)
{
    ActionSql *add = &g_array_index(statements, ActionSql, place);
    add->sql = arena_printf(actions->arena, "%s NOT VALID", add->sql);
}

static void
add_validation(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    if (!node->kind->outlives_drop)
        parts_validate(actions, action, node, node->name, SQL_VALIDATES, add);
    const char *sql = template_sql(actions->arena, "ALTER TABLE {parent} VALIDATE CONSTRAINT {name}", node, NULL);
    add(actions, action, sql)->flags = SQL_VALIDATES;
}

Action *
emit_not_valid_then_validate(Actions *actions, const Node *node, Effect effect, const Violation *violation)
{
    Action *action = emit_create(actions, node, effect);
    if (actions->at_once)
        return action;
    if (violation != NULL)
        violations_look(actions, action, *violation);
    make_not_valid(actions, action->up, 0);
    Effect validate = {effect.phase, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN, effect.reason};
    Action *second = emit_change(actions, NULL, node, validate, emit_verb(actions, "validate", node), NULL, NULL);
    add_validation(actions, second, node, action_up);
    g_ptr_array_add(second->requires, (gpointer)(guintptr)node);
    return action;
}

void
validate_apart(Actions *actions, Action *action, const Node *node, guint place, ActionAdd *add)
{
    make_not_valid(actions, add == action_up ? action->up : action->down, place);
    add_validation(actions, action, node, add);
}

bool
holds_values(const Node *node)
{
    return node->kind->detour != NULL;
}

bool
row_is_held(const Node *table)
{
    for (guint i = 0; table->needed_by != NULL && i < table->needed_by->len; i++) {
        const Node *user = table->needed_by->pdata[i];
        if (holds_values(user) && node_root(user) != table && !(user->flags & NODE_DERIVED))
            return true;
    }
    return false;
}

/* within: its values are inside of others already. */
static bool
is_held(const Node *type, bool within)
{
    for (guint i = 0; type->needed_by != NULL && i < type->needed_by->len; i++) {
        const Node *user = type->needed_by->pdata[i];
        bool is_type = user->kind->aside != NULL, is_column = holds_values(user);
        if (!is_type && !is_column)
            continue;
        int attr = kind_attr(user->kind, "type");
        const char *text = attr < 0 ? NULL : user->values[attr];
        bool inside =
            within || text == NULL || g_str_has_suffix(text, "[]") || (is_column && row_is_held(node_root(user)));
        if ((is_column && inside) || (is_type && is_held(user, inside)))
            return true;
    }
    return false;
}

bool
domain_is_held(const Node *domain)
{
    return is_held(domain, false);
}
