/* What is made beside a column and its parts, on the way forth in the expand phase, on the way back of the contract in
 * the other direction: nothing that is there is changed. */
#include "kinds/column/shadow_private.h"

#include "kinds/column/change.h"
#include "kinds/column/conversion.h"
#include "kinds/column/not_null.h"
#include "kinds/column/sync.h"
#include "kinds/online.h"
#include "kinds/parts.h"
#include "kinds/reference.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

Action *
shadow_chain_step(Actions *actions, Chain *chain, const Node *old_node, const Node *new_node, Effect effect,
                  const char *verb)
{
    Action *action = action_add(actions, old_node, new_node, effect, verb);
    action->alters = true;
    if (chain->last != NULL)
        g_ptr_array_add(action->takes, (gpointer)(guintptr)chain->last);
    chain->last = arena_printf(actions->arena, "exchange %d.%d", chain->number, ++chain->steps);
    g_ptr_array_add(action->gives, (gpointer)(guintptr)chain->last);
    return action;
}

Action *
shadow_step(Actions *actions, const Shadow *shadow, Effect effect, const char *verb)
{
    return shadow_chain_step(actions, shadow->chain, shadow->old_node, shadow->new_node, effect, verb);
}

/* All that goes before the exchange and comes behind it, at whatever distance. */
static void
add_users(GPtrArray *list, const Node *node, const Schema *other)
{
    for (const Node *part = node->first_child; part != NULL; part = part->next)
        g_ptr_array_add(list, (gpointer)(guintptr)part);
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        Node *user = node->needed_by->pdata[i];
        if (schema_match(other, user) == NULL || g_ptr_array_find(list, user, NULL))
            continue;
        g_ptr_array_add(list, user);
        add_users(list, user, other);
    }
}

Action *
shadow_step_apart(Actions *actions, const Shadow *shadow, const Way *way, Effect effect, const char *verb)
{
    if (way->back)
        effect.phase = PHASE_CONTRACT;
    const char *text = arena_printf(actions->arena, "%s%s", way->back ? "on the way back, " : "", verb);
    Action *action = shadow_chain_step(actions, shadow->chain, shadow->old_node, shadow->apart, effect, text);
    if (!way->back) {
        add_users(action->frees, shadow->old_node, actions->new_schema);
        return action;
    }
    action->turn = TURN_LAST;
    action->after = shadow->type_key;
    add_users(action->requires, shadow->new_node, actions->old_schema);
    return action;
}

/* Names -------------------------------------------------------------------------------------------------------- */

Node *
shadow_named(Arena *arena, const Way *way, const Node *node)
{
    Node *copy = arena_new_one(arena, Node);
    *copy = *node;
    copy->name = aside_name(arena, way->prefix, node->name);
    return copy;
}

Node *
shadow_copy(Arena *arena, const Way *way, const Node *node)
{
    Node *copy = arena_new_one(arena, Node);
    *copy = (Node){
        .kind = node->kind, .parent = node->parent, .key = node->key, .schema = node->schema, .needs = node->needs};
    copy->name = aside_name(arena, way->prefix, node->name);
    copy->values = arena_new_array(arena, const char *, node->kind->n_attrs);
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if ((node->kind->attrs[i].flags & ATTR_AFTER) == 0)
            copy->values[i] = node->values[i];
    return copy;
}

/* What a column of a table is called as a shadow; NULL: it has none. */
static const char *
shadow_name(const Shadows *shadows, const Way *way, const Node *table, const char *name)
{
    for (guint i = 0; name != NULL && i < shadows->columns->len; i++) {
        const Node *column = way_from(way, shadows->columns->pdata[i]);
        if (strcmp(column->parent->key, table->key) == 0 && strcmp(column->name, name) == 0)
            return aside_name(shadows->arena, way->prefix, name);
    }
    return NULL;
}

/* Words that PostgreSQL writes without quotes where they are no names: NULLS FIRST, EXTRACT(year FROM ...), ... */
static bool
is_word_of_sql(Token before, Token token, Token behind)
{
    static const struct {
        const char *before, *word, *behind; /* NULL: whatever it is */
    } WORDS[] = {
        {NULL, "nulls", "first"}, {NULL, "nulls", "last"},       {"nulls", "first", NULL},
        {"nulls", "last", NULL},  {NULL, "at", "time"},          {NULL, "time", "zone"},
        {"time", "zone", NULL},   {NULL, "without", "time"},     {"character", "varying", NULL},
        {"bit", "varying", NULL}, {"double", "precision", NULL}, {NULL, "year", "from"},
        {NULL, "month", "from"},  {NULL, "day", "from"},         {NULL, "hour", "from"},
        {NULL, "minute", "from"}, {NULL, "second", "from"},      {NULL, "epoch", "from"},
        {NULL, "week", "from"},   {NULL, "quarter", "from"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++)
        if (token_is(token, WORDS[i].word) && (WORDS[i].before == NULL || token_is(before, WORDS[i].before)) &&
            (WORDS[i].behind == NULL || token_is(behind, WORDS[i].behind)))
            return true;
    return false;
}

/* Can a name stand for a column between these two tokens? Not that of a type, a function, a collation, ... */
static bool
can_be_column(Token before, Token token, Token behind)
{
    return !token_is(before, ".") && !token_is(before, "::") && !token_is(before, "collate") &&
           !token_is(behind, "(") && !token_is(behind, ".") && !is_word_of_sql(before, token, behind);
}

/* The text with each column under its shadow's name, where it has one; a foreign key names them in parentheses alone.
 */
static const char *
with_shadows(const Shadows *shadows, const Way *way, const Node *part, const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *cursor = text;
    const Node *table = part->parent;
    Token before = {0};
    int depth = part->kind->outlives_drop ? 0 : 1;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        const char *ahead = cursor;
        g_autofree char *name = token_name(token);
        bool can_be = depth > 0 && can_be_column(before, token, lex_next_solid(&ahead));
        const char *shadow = can_be ? shadow_name(shadows, way, table, name) : NULL;
        depth += token_is(token, "(") - token_is(token, ")");
        if (shadow != NULL)
            sql_append_identifier(out, shadow);
        else
            g_string_append_len(out, token.text, (gssize)token.length);
        if (part->kind->outlives_drop && token_is(token, "references"))
            table = referenced_table(part);
        else if (token_is(token, ")"))
            table = part->parent;
        if (token.kind != TOKEN_SPACE)
            before = token;
    }
    return arena_strdup(shadows->arena, out->str);
}

Node *
shadow_part_copy(const Shadows *shadows, const Way *way, const ShadowPart *part)
{
    const Node *to = way->back ? part->old_node : part->new_node;
    Node *copy = shadow_copy(shadows->arena, way, to);
    for (size_t i = 0; i < to->kind->n_attrs; i++)
        if (strcmp(to->kind->attrs[i].key, "definition") == 0)
            copy->values[i] = with_shadows(shadows, way, to, shadow_types_in(shadows, way, to->values[i]));
    return copy;
}

/* Trigger ------------------------------------------------------------------------------------------------------ */

/* An expression of the row that is written. */
static char *
expression_of(Actions *actions, const Shadow *shadow, const Way *way)
{
    const Node *from = way_from(way, shadow), *to = way_to(way, shadow);
    const char *declared = conversion_declared(shadow->new_node, way->back);
    if (declared == NULL)
        return conversion_cast(actions, from, to, sql_printf(actions->arena, "NEW.%I", from->name));
    g_autoptr(GString) out = g_string_new(NULL);
    sync_append_with_new(out, declared, NULL, from->parent);
    return arena_strdup(actions->arena, out->str);
}

/* A value that would not come back as it was is not kept. */
static void
append_return(GString *sql, Actions *actions, const Shadow *shadow, const Way *way, const char *name)
{
    const Node *from = way_from(way, shadow), *to = way_to(way, shadow);
    if (conversion_declared(shadow->new_node, way->back) != NULL || !conversion_returns(from, to))
        return;
    const char *back = conversion_cast(actions, to, from, sql_printf(actions->arena, "NEW.%I", name));
    sql_append(sql,
               "        IF %s IS DISTINCT FROM NEW.%I THEN\n            NEW.%I := NULL; -- some of it would be lost\n"
               "        END IF;\n",
               back, from->name, name);
}

static char *
body_of(Actions *actions, const Shadow *shadow, const Way *way)
{
    const char *name = aside_name(actions->arena, way->prefix, shadow->new_node->name);
    const char *expression = expression_of(actions, shadow, way);
    g_autoptr(GString) sql = g_string_new("BEGIN\n");
    if (conversion_is_total(way_from(way, shadow), way_to(way, shadow))) {
        sql_append(sql, "    NEW.%I := %s;\n", name, expression);
    } else {
        sql_append(sql, "    BEGIN\n        NEW.%I := %s;\n", name, expression);
        append_return(sql, actions, shadow, way, name);
        sql_append(sql,
                   "    EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN\n"
                   "        NEW.%I := NULL; -- the exchange waits until no such row is left\n    END;\n",
                   name);
    }
    g_string_append(sql, "    RETURN NEW;\nEND\n");
    return arena_strdup(actions->arena, sql->str);
}

void
shadow_add_machinery(Actions *actions, const Shadow *shadow, const Way *way, Action *action, ActionAdd *add)
{
    const char *name = sync_name(actions, shadow->new_node), *body = body_of(actions, shadow, way);
    const bool total = conversion_is_total(way_from(way, shadow), way_to(way, shadow));
    g_autofree char *quote = sql_dollar_quote(body);
    g_autoptr(GString) table = g_string_new(NULL);
    node_append_name(table, shadow->old_node->parent);
    add(actions, action, sql_printf(actions->arena, "CREATE SCHEMA IF NOT EXISTS %I", actions->machinery));
    add(actions, action,
        sql_printf(actions->arena, "CREATE FUNCTION %I.%I() RETURNS trigger LANGUAGE plpgsql%s AS %s\n%s%s",
                   actions->machinery, name, total ? "" : " SET TimeZone = 'UTC' SET DateStyle = 'ISO, MDY'", quote,
                   body, quote));
    add(actions, action,
        sql_printf(actions->arena,
                   "CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %I.%I()",
                   arena_printf(actions->arena, SYNC_TRIGGER "%s", name), table->str, actions->machinery, name));
}

void
shadow_remove_machinery(Actions *actions, const Shadow *shadow, Action *action, ActionAdd *add)
{
    const char *name = sync_name(actions, shadow->new_node);
    g_autoptr(GString) table = g_string_new(NULL);
    node_append_name(table, shadow->old_node->parent);
    add(actions, action,
        sql_printf(actions->arena, "DROP TRIGGER %I ON %s", arena_printf(actions->arena, SYNC_TRIGGER "%s", name),
                   table->str));
    add(actions, action, sql_printf(actions->arena, "DROP FUNCTION %I.%I()", actions->machinery, name));
}

/* Columns ------------------------------------------------------------------------------------------------------ */

/* The rows of which the shadow has no value although there is one. */
static const char *
rows_to_fill(Actions *actions, const Shadow *shadow, const Way *way)
{
    const Node *from = way_from(way, shadow), *to = way_to(way, shadow);
    const char *name = aside_name(actions->arena, way->prefix, from->name);
    return sql_printf(actions->arena, "%I %s AND %I %s", name, not_null_test(to, true), from->name,
                      not_null_test(from, false));
}

char *
shadow_check_sql(Actions *actions, const Shadow *shadow, const Way *way)
{
    const Node *from = way_from(way, shadow), *to = way->back ? shadow->old_node : shadow->new_node;
    const char *rows = rows_to_fill(actions, shadow, way);
    g_autoptr(GString) table = g_string_new(NULL);
    node_append_name(table, from->parent);
    const char *message = arena_printf(actions->arena, " rows of %s have a value of %s that is not kept as %s",
                                       table->str, from->name, to->values[TYPE]);
    const char *hint = arena_printf(
        actions->arena, "SELECT * FROM %s WHERE %s; shows them, backfill of the column says what becomes of them",
        table->str, rows);
    g_autoptr(GString) body = g_string_new(NULL);
    sql_append(body,
               "DECLARE\n    pleat_rows bigint;\nBEGIN\n    SELECT count(*) INTO pleat_rows FROM %s WHERE %s;\n"
               "    IF pleat_rows > 0 THEN\n        RAISE EXCEPTION USING ERRCODE = 'data_exception',\n"
               "            MESSAGE = pleat_rows || %L,\n            HINT = %L;\n    END IF;\nEND\n",
               table->str, rows, message, hint);
    g_autofree char *quote = sql_dollar_quote(body->str);
    return arena_printf(actions->arena, "DO %s\n%s%s", quote, body->str, quote);
}

void
shadow_add_column(Actions *actions, const Shadow *shadow, const Way *way)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, "it takes the old one's place later"};
    const Node *to = way_to(way, shadow);
    Node *copy = shadow_copy(actions->arena, way, to);
    copy->values[NOT_NULL] = copy->values[IDENTITY] = copy->values[SEQUENCE] = NULL;
    Action *action =
        shadow_step_apart(actions, shadow, way, effect,
                          arena_printf(actions->arena, "add %s beside %s, kept in step", copy->name, to->name));
    way->add(actions, action, node_define(actions->arena, copy, false).sql);
    shadow_add_machinery(actions, shadow, way, action, way->add);
    if (way->back)
        return;
    shadow_remove_machinery(actions, shadow, action, action_down);
    emit_down(actions, action, COLUMN_DROP, copy);
}

/* Where not every value fits, the trigger looks at each: it is it that fills. */
void
shadow_fill_column(Actions *actions, const Shadow *shadow, const Way *way)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ROW_EXCLUSIVE, COST_BATCHED, NULL};
    const Node *from = way_from(way, shadow), *to = way_to(way, shadow);
    const bool total = conversion_is_total(from, to);
    const char *name = aside_name(actions->arena, way->prefix, from->name);
    const char *value = conversion_cast(actions, from, to, sql_printf(actions->arena, "%I", from->name));
    g_autoptr(GString) table = g_string_new(NULL);
    node_append_name(table, from->parent);
    Action *action = shadow_step_apart(actions, shadow, way, effect, arena_printf(actions->arena, "backfill %s", name));
    way->add(actions, action,
             sql_printf(actions->arena, "UPDATE %s SET %I = %s WHERE %s AND /*range*/ true", table->str, name,
                        total ? value : "NULL", rows_to_fill(actions, shadow, way)))
        ->directive = sync_backfill_directive(actions, from->parent);
}

void
shadow_check_column(Actions *actions, const Shadow *shadow, const Way *way)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_ACCESS_SHARE, COST_SCAN, "it stops where a value would be lost"};
    if (conversion_is_total(way_from(way, shadow), way_to(way, shadow)))
        return;
    Action *action = shadow_step_apart(
        actions, shadow, way, effect,
        arena_printf(actions->arena, "count the values of %s that do not fit", shadow->new_node->name));
    way->add(actions, action, shadow_check_sql(actions, shadow, way))->flags = SQL_OWN_COMMIT;
}

void
shadow_build_not_null(Actions *actions, const Shadow *shadow, const Way *way, Phase phase)
{
    const Node *to = way_to(way, shadow);
    const Effect effect = {phase, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN,
                           phase == PHASE_CONTRACT ? "the old application may still write what it refuses" : NULL};
    if (not_null_strength(to) != VALID)
        return;
    Node *copy = shadow_copy(actions->arena, way, to);
    Action *action =
        shadow_step_apart(actions, shadow, way, effect, arena_printf(actions->arena, "set not null of %s", copy->name));
    action->strongest = LOCK_ACCESS_EXCLUSIVE;
    not_null_by_check(actions, action, copy, way->add);
    if (!way->back)
        emit_down(actions, action, COLUMN "DROP NOT NULL", copy);
}

/* Parts -------------------------------------------------------------------------------------------------------- */

bool
shadow_part_is_early(const ShadowPart *part)
{
    if (shadow_part_is_adopted(part))
        return false;
    return part->is_total || (part->kind == PART_INDEX && node_value(part->new_node, "unique") == NULL);
}

static void
build_index(Actions *actions, Action *action, const Node *copy, const Way *way)
{
    if (parts_are_of(copy->parent)) {
        shadow_build_index_of_parts(actions, action, copy, way);
        return;
    }
    make_concurrent(actions, way->add(actions, action, node_define(actions->arena, copy, false).sql));
    if (!way->back)
        make_concurrent(actions, emit_down(actions, action, copy->kind->drop, copy));
}

/* A constraint takes its own index along: on the way back, the shadow that is there again gets another one. */
static void
build_key(const Shadows *shadows, Actions *actions, Action *action, const ShadowPart *part, const Way *way)
{
    const Node *copy = shadow_part_copy(shadows, way, part);
    const char *again = aside_name(actions->arena, way_forth.prefix, part->new_node->name);
    if (shadow_part_is_adopted(part)) {
        parts_add(actions, action, copy, key_parts_build_sql(actions, copy), way->add);
        return;
    }
    make_concurrent(actions, way->add(actions, action, key_build_sql(actions, copy, copy->name)));
    if (!shadow_part_is_early(part))
        return;
    if (way->back)
        make_concurrent(actions, way->add(actions, action, key_build_sql(actions, part->new_node, again)));
    else
        make_concurrent(actions, emit_down(actions, action, "DROP INDEX {sibling}", copy));
}

static bool
is_unchecked(const Node *node)
{
    int not_valid = kind_attr(node->kind, "not_valid"), not_enforced = kind_attr(node->kind, "not_enforced");
    return (not_valid >= 0 && node->values[not_valid] != NULL) ||
           (not_enforced >= 0 && node->values[not_enforced] != NULL);
}

static void
add_constraint(Actions *actions, Action *action, const ShadowPart *part, const Node *copy, ActionAdd *add)
{
    const char *sql = node_define(actions->arena, copy, false).sql;
    if (shadow_is_by_parts(actions, copy)) {
        shadow_add_by_parts(actions, action, referenced_table(part->old_node), copy, add);
        return;
    }
    add(actions, action, is_unchecked(copy) ? sql : arena_printf(actions->arena, "%s NOT VALID", sql));
    if (is_unchecked(copy))
        return;
    parts_validate(actions, action, copy, copy->name, SQL_OWN_COMMIT, add);
    add(actions, action, template_sql(actions->arena, "ALTER TABLE {parent} VALIDATE CONSTRAINT {name}", copy, NULL))
        ->flags = SQL_OWN_COMMIT;
}

void
shadow_build_part(const Shadows *shadows, Actions *actions, const ShadowPart *part, const Way *way)
{
    const bool early = shadow_part_is_early(part), late = !early && part->kind == PART_FOREIGN_KEY;
    const Effect effect = {early ? PHASE_EXPAND : PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, COST_SCAN,
                           early                          ? NULL
                           : shadow_part_is_adopted(part) ? "of all partitions that there are when it is exchanged"
                                                          : "the old application may still write what it refuses"};
    const Node *copy = shadow_part_copy(shadows, way, part);
    Action *action = shadow_step_apart(
        actions, way->back ? part->last : part->first, way, effect,
        arena_printf(actions->arena, "build %s %s beside %s", copy->kind->title, copy->name, part->new_node->name));
    if (part->kind == PART_INDEX)
        build_index(actions, action, copy, way);
    else if (part->kind == PART_KEY)
        build_key(shadows, actions, action, part, way);
    else
        add_constraint(actions, action, part, copy, way->add);
    if (part->kind == PART_CHECK)
        action->strongest = LOCK_ACCESS_EXCLUSIVE;
    if (!way->back && !late && (part->kind == PART_CHECK || part->kind == PART_FOREIGN_KEY))
        emit_down(actions, action, copy->kind->drop, copy);
}

void
shadow_build_again(const Shadows *shadows, Actions *actions, const ShadowPart *part)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_SHARE_ROW_EXCLUSIVE, 0, NULL};
    if (part->kind != PART_FOREIGN_KEY || !shadow_part_is_early(part))
        return;
    const Node *copy = shadow_part_copy(shadows, &way_forth, part);
    Action *action = shadow_step_apart(
        actions, part->first, &way_forth, effect,
        arena_printf(actions->arena, "on the way back, build %s %s again", copy->kind->title, copy->name));
    add_constraint(actions, action, part, copy, action_down);
}
