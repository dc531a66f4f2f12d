#include "kinds/column/sync.h"

#include "kinds/column/not_null.h"
#include "kinds/key_columns.h"
#include "kinds/parts.h"
#include "model/emit.h"
#include "model/lineage.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

void
sync_append_with_new(GString *out, const char *expression, const Node *old_table, const Node *new_table)
{
    const char *cursor = expression;
    bool after_dot = false;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        g_autofree char *name = token_name(token);
        const char *ahead = cursor;
        Token next = lex_next_solid(&ahead);
        bool is_column = name != NULL && !after_dot && !token_is(next, "(") && !token_is(next, ".") &&
                         ((old_table != NULL && node_child(old_table, "column", name) != NULL) ||
                          node_child(new_table, "column", name) != NULL);
        if (is_column)
            g_string_append(out, "NEW.");
        g_string_append_len(out, token.text, (gssize)token.length);
        if (token.kind != TOKEN_SPACE)
            after_dot = token_is(token, ".");
    }
}

static void
append_assignment(GString *out, const char *const *pair, const Node *old_table, const Node *new_table,
                  const char *indent)
{
    sql_append(out, "%sNEW.%I := ", indent, pair[0]);
    sync_append_with_new(out, pair[1], old_table, new_table);
    g_string_append(out, ";\n");
}

static void
append_assignments_down(GString *out, const Extras *extras, const Node *old_table, const Node *new_table,
                        const char *indent)
{
    for (const char *const *pair = extras->backfill_down; pair != NULL && *pair != NULL; pair += 2)
        append_assignment(out, pair, old_table, new_table, indent);
}

/* "NEW.a IS DISTINCT FROM OLD.a OR ..." over the old columns that the backfill reads. */
static char *
sources_changed(const char *expression, const Node *old_table)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const char *cursor = expression;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        char *name = token_name(token);
        if (name == NULL || node_child(old_table, "column", name) == NULL || !g_hash_table_add(seen, name))
            continue;
        sql_append(out, "%sNEW.%I IS DISTINCT FROM OLD.%I", out->len > 0 ? " OR " : "", name, name);
    }
    return g_string_free(out, FALSE);
}

char *
sync_name(const Actions *actions, const Node *column)
{
    g_autofree char *name = g_strdup_printf("sync_%s_%s", node_root(column)->name, column->name);
    if (strlen(name) > 50) {
        g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, name, -1);
        const char *end;
        g_utf8_validate(name, 40, &end);
        name[end - name] = '\0';
        return arena_printf(actions->arena, "%s_%.8s", name, hash);
    }
    return arena_strdup(actions->arena, name);
}

/*
 * Who writes the new column wins, unless it says what the old ones say already (the backfill does, and must not have
 * them written anew); a change of the old ones alone computes it anew; a row that was not filled yet heals whenever it
 * is written.
 */
static char *
body_of(const Node *column, const Extras *extras, const Node *old_table)
{
    const Node *new_table = column->parent;
    GString *up = g_string_new(NULL);
    sync_append_with_new(up, extras->backfill, old_table, new_table);
    g_autofree char *changed = sources_changed(extras->backfill, old_table);

    GString *sql = g_string_new(NULL);
    sql_append(sql, "BEGIN\n    IF TG_OP = 'INSERT' THEN\n        IF NEW.%I IS NULL THEN\n            NEW.%I := %s;\n",
               column->name, column->name, up->str);
    if (extras->backfill_down != NULL) {
        sql_append(sql, "        ELSIF NEW.%I IS DISTINCT FROM (%s) THEN\n", column->name, up->str);
        append_assignments_down(sql, extras, old_table, new_table, "            ");
    }
    sql_append(sql, "        END IF;\n    ELSIF NEW.%I IS DISTINCT FROM OLD.%I AND NEW.%I IS DISTINCT FROM (%s) THEN\n",
               column->name, column->name, column->name, up->str);
    if (extras->backfill_down != NULL)
        append_assignments_down(sql, extras, old_table, new_table, "        ");
    else
        g_string_append(sql, "        NULL; -- it stays as it is written: nothing else follows from it\n");
    sql_append(sql, "    ELSIF %s%sNEW.%I IS NULL THEN\n        NEW.%I := %s;\n    END IF;\n    RETURN NEW;\nEND\n",
               changed, changed[0] == '\0' ? "" : " OR ", column->name, column->name, up->str);
    g_string_free(up, TRUE);
    return g_string_free(sql, FALSE);
}

static char *
function_sql(Actions *actions, const char *name, const char *create, const char *body)
{
    g_autofree char *quote = sql_dollar_quote(body);
    return sql_printf(actions->arena, "%s FUNCTION %I.%I() RETURNS trigger LANGUAGE plpgsql AS %s\n%s%s", create,
                      actions->machinery, name, quote, body, quote);
}

char *
sync_backfill_directive(Actions *actions, const Node *table)
{
    GString *out = g_string_new("backfill ");
    node_append_name(out, table);
    /* each batch of a key would be looked for in all partitions */
    const char *columns = parts_are_of(table) ? "ctid" : key_columns(actions->arena, table);
    if (columns != NULL)
        g_string_append_printf(out, " by %s", columns);
    char *text = arena_strdup(actions->arena, out->str);
    g_string_free(out, TRUE);
    return text;
}

static char *
fill_sql(Actions *actions, const Node *table, const char *column, const char *expression)
{
    GString *sql = g_string_new("UPDATE ");
    node_append_name(sql, table);
    sql_append(sql, " SET %I = %s WHERE %I IS NULL AND /*range*/ true", column, expression, column);
    char *text = arena_strdup(actions->arena, sql->str);
    g_string_free(sql, TRUE);
    return text;
}

static void
add_machinery(Actions *actions, const Node *column, const char *name, const char *body, Action *action, ActionAdd *add)
{
    add(actions, action, sql_printf(actions->arena, "CREATE SCHEMA IF NOT EXISTS %I", actions->machinery));
    add(actions, action, function_sql(actions, name, "CREATE", body));
    GString *sql = g_string_new(NULL);
    sql_append(sql, "CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON ",
               arena_printf(actions->arena, SYNC_TRIGGER "%s", name));
    node_append_name(sql, column->parent);
    sql_append(sql, " FOR EACH ROW EXECUTE FUNCTION %I.%I()", actions->machinery, name);
    add(actions, action, sql->str);
    g_string_free(sql, TRUE);
}

static void
remove_machinery(Actions *actions, const Node *column, const char *name, Action *action, ActionAdd *add)
{
    GString *sql = g_string_new(NULL);
    sql_append(sql, "DROP TRIGGER %I ON ", arena_printf(actions->arena, SYNC_TRIGGER "%s", name));
    node_append_name(sql, column->parent);
    add(actions, action, sql->str);
    g_string_free(sql, TRUE);
    add(actions, action, sql_printf(actions->arena, "DROP FUNCTION %I.%I()", actions->machinery, name));
}

char *
sync_filled(Actions *actions, const Node *column)
{
    return arena_printf(actions->arena, "filled %s", column->key);
}

static Action *
add_backfill(Actions *actions, const Node *column, const char *expression)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ROW_EXCLUSIVE, COST_BATCHED, NULL};
    Action *fill = action_add(actions, NULL, column, effect, arena_printf(actions->arena, "backfill %s", column->name));
    fill->alters = true;
    action_up(actions, fill, fill_sql(actions, column->parent, column->name, expression))->directive =
        sync_backfill_directive(actions, schema_match(actions->old_schema, column->parent));
    g_ptr_array_add(fill->requires, (gpointer)(guintptr)column);
    g_ptr_array_add(fill->gives, sync_filled(actions, column));
    return fill;
}

void
sync_fill_with_default(Actions *actions, const Node *column, const Node *default_node)
{
    g_ptr_array_add(add_backfill(actions, column, "DEFAULT")->requires, (gpointer)(guintptr)default_node);
}

/* The old column of a pair of backfill_down, where it goes and no other declaration fills it; NULL: it does not. */
static const Node *
predecessor(const Actions *actions, const Node *column, const char *const *pair)
{
    const Node *old_table = schema_match(actions->old_schema, column->parent);
    const Node *old = node_child(old_table, column->kind->name, pair[0]);
    bool goes = old != NULL && schema_match(actions->new_schema, old) == NULL;
    return goes && sync_successor(actions, old) == column ? old : NULL;
}

static bool
has_predecessors(const Actions *actions, const Node *column, const Extras *extras)
{
    for (const char *const *pair = extras->backfill_down; pair != NULL && *pair != NULL; pair += 2)
        if (predecessor(actions, column, pair) != NULL)
            return true;
    return false;
}

/* Of the way back, as long as the new application writes alone: the old columns follow. What stays it writes itself. */
static char *
body_back(const Actions *actions, const Node *column, const Extras *extras, const Node *old_table)
{
    GString *sql = g_string_new("BEGIN\n");
    for (const char *const *pair = extras->backfill_down; *pair != NULL; pair += 2)
        if (predecessor(actions, column, pair) != NULL)
            append_assignment(sql, pair, old_table, column->parent, "    ");
    g_string_append(sql, "    RETURN NEW;\nEND\n");
    return g_string_free(sql, FALSE);
}

/* Once the trigger is gone nobody fills them. */
static void
loosen_predecessors(Actions *actions, Action *stop, const Node *column, const Extras *extras)
{
    for (const char *const *pair = extras->backfill_down; pair != NULL && *pair != NULL; pair += 2) {
        const Node *old = predecessor(actions, column, pair);
        if (old != NULL && not_null_strength(old) != NULLABLE && not_null_key(old) == NULL &&
            not_null_identity(old) == NULL)
            not_null_drop_alone(actions, stop, old, actions->new_schema, action_up);
    }
}

/* All of them at once: each row is written once. */
static char *
fill_back_sql(Actions *actions, const Node *column, const Extras *extras)
{
    g_autoptr(GString) sql = g_string_new("UPDATE "), where = g_string_new(NULL);
    node_append_name(sql, schema_match(actions->old_schema, column->parent));
    const char *between = " SET ";
    guint n = 0;
    for (const char *const *pair = extras->backfill_down; *pair != NULL; pair += 2) {
        const Node *old = predecessor(actions, column, pair);
        if (old == NULL)
            continue;
        sql_append(sql, "%s%I = %s", between, old->name, pair[1]);
        sql_append(where, "%s%I IS NULL", n++ == 0 ? "" : " OR ", old->name);
        between = ", ";
    }
    g_string_append_printf(sql, n > 1 ? " WHERE (%s) AND /*range*/ true" : " WHERE %s AND /*range*/ true", where->str);
    return arena_strdup(actions->arena, sql->str);
}

/* The trigger is there already: nobody writes a row that is passed over. */
static void
fill_predecessors(Actions *actions, Action *stop, const Node *column, const Extras *extras)
{
    action_down(actions, stop, fill_back_sql(actions, column, extras))->directive =
        sync_backfill_directive(actions, schema_match(actions->old_schema, column->parent));
    for (const char *const *pair = extras->backfill_down; *pair != NULL; pair += 2) {
        const Node *old = predecessor(actions, column, pair);
        const Node *default_node = old == NULL ? NULL : node_child(old, "default", NULL);
        if (default_node != NULL)
            emit_down(actions, stop, default_node->kind->create, default_node);
        if (old != NULL && not_null_strength(old) != NULLABLE)
            not_null_add(actions, stop, old, action_down);
    }
}

void
sync_columns(Actions *actions, const Node *column, const Extras *extras)
{
    static const Effect trigger = {PHASE_EXPAND, LOCK_SHARE_ROW_EXCLUSIVE, 0, NULL};
    static const Effect end = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0,
                               "the old application is kept in step until here"};
    const char *name = sync_name(actions, column);
    Node *self = (Node *)(guintptr)column;
    const Node *old_table = schema_match(actions->old_schema, column->parent);
    g_autofree char *body = body_of(column, extras, old_table);

    Action *keep = action_add(actions, NULL, column, trigger,
                              arena_printf(actions->arena, "keep %s in step (trigger)", column->name));
    keep->alters = true;
    add_machinery(actions, column, name, body, keep, action_up);
    remove_machinery(actions, column, name, keep, action_down);
    g_ptr_array_add(keep->requires, self);

    add_backfill(actions, column, extras->backfill);

    Action *stop =
        action_add(actions, NULL, column, end, arena_printf(actions->arena, "end keeping %s in step", column->name));
    stop->alters = true;
    loosen_predecessors(actions, stop, column, extras);
    remove_machinery(actions, column, name, stop, action_up);
    if (has_predecessors(actions, column, extras)) {
        g_autofree char *back = body_back(actions, column, extras, old_table);
        add_machinery(actions, column, name, back, stop, action_down);
        fill_predecessors(actions, stop, column, extras);
        action_down(actions, stop, function_sql(actions, name, "CREATE OR REPLACE", body));
    } else {
        add_machinery(actions, column, name, body, stop, action_down);
    }
    g_ptr_array_add(stop->requires, self);
    for (Node *old = old_table->first_child; old != NULL; old = old->next)
        if (schema_match(actions->new_schema, old) == NULL)
            g_ptr_array_add(stop->frees, old);
}

/* Computed --------------------------------------------------------------------------------------------------------- */

/* Only in two phases does anybody write the column between them. */
bool
sync_can_compute(const Actions *actions, const Node *old_column)
{
    const bool in_phases = actions->in_place != NULL;
    return in_phases && (parts_are_of(old_column->parent) || !node_has_heirs(old_column->parent));
}

void
sync_compute(Actions *actions, Action *action, const Node *old_column, const Node *new_column)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0,
                                  "the old application leaves the column to be computed until here"};
    const Extras extras = {.backfill = node_value(old_column, "generated")};
    const char *name = sync_name(actions, new_column);
    g_autofree char *body = body_of(new_column, &extras, old_column->parent);
    add_machinery(actions, new_column, name, body, action, action_up);
    remove_machinery(actions, new_column, name, action, action_down);
    Action *stop = action_add(actions, NULL, new_column, effect,
                              arena_printf(actions->arena, "end computing %s", new_column->name));
    stop->alters = true;
    remove_machinery(actions, new_column, name, stop, action_up);
    add_machinery(actions, new_column, name, body, stop, action_down);
    g_ptr_array_add(stop->requires, (gpointer)(guintptr)new_column);
}

/* What fills ------------------------------------------------------------------------------------------------------- */

const Extras *
sync_extras(const Actions *actions, const Node *column)
{
    const Extras *extras = column->declared == NULL ? NULL : column->declared->extras;
    if (extras == NULL || extras->backfill != NULL)
        return extras;
    const Node *old_table = schema_match(actions->old_schema, column->parent);
    const Node *old = extras->renamed_from == NULL || old_table == NULL
                          ? NULL
                          : node_child(old_table, column->kind->name, extras->renamed_from);
    if (old == NULL || schema_match(actions->new_schema, old) != NULL || !column->kind->is_replaceable(old, column))
        return NULL;
    Arena *arena = actions->arena;
    Extras *copy = arena_new_one(arena, Extras);
    const char **down = arena_new_array(arena, const char *, 3);
    down[0] = old->name;
    down[1] = sql_printf(arena, "%I", column->name);
    copy->renamed_from = extras->renamed_from;
    copy->backfill = sql_printf(arena, "%I", old->name);
    copy->backfill_down = down;
    return copy;
}

const Node *
sync_successor(const Actions *actions, const Node *old_column)
{
    const Node *table = schema_match(actions->new_schema, old_column->parent);
    for (const Node *column = table == NULL ? NULL : table->first_child; column != NULL; column = column->next) {
        const Extras *extras = column->kind == old_column->kind ? sync_extras(actions, column) : NULL;
        for (const char *const *pair = extras == NULL ? NULL : extras->backfill_down; pair != NULL && *pair; pair += 2)
            if (strcmp(pair[0], old_column->name) == 0)
                return column;
    }
    return NULL;
}
