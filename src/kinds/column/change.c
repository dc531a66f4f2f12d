#include "kinds/column/change.h"
#include "kinds/column/conversion.h"
#include "kinds/column/not_null.h"
#include "kinds/parts.h"
#include "kinds/sequence_range.h"
#include "kinds/shared.h"

#include "model/emit.h"
#include "model/lineage.h"
#include "sql/format.h"
#include "sql/lex.h"
#include "sql/words.h"
#include <stdio.h>
#include <string.h>

/* Type --------------------------------------------------------------------------------------------------------- */

/* "character varying(20)" as base and number; -1 where there is none. */
static bool
read_length(const char *type, const char *base, long *length)
{
    size_t size = strlen(base);
    if (strncmp(type, base, size) != 0)
        return false;
    *length = -1;
    return type[size] == '\0' || sscanf(type + size, "(%ld)", length) == 1;
}

/* What PostgreSQL changes without a rewrite and every old reader still understands (measured: wider limits). */
bool
is_widening(const char *from, const char *to)
{
    static const char *const LIMITED[] = {"character varying", "bit varying", "timestamp", "time"};
    long old_length, new_length;
    for (size_t i = 0; i < G_N_ELEMENTS(LIMITED); i++)
        if (read_length(from, LIMITED[i], &old_length) && read_length(to, LIMITED[i], &new_length))
            return new_length == -1 || (old_length != -1 && new_length >= old_length);
    if (strcmp(to, "text") == 0)
        return read_length(from, "character varying", &old_length);
    int old_precision, old_scale, new_precision, new_scale;
    if (sscanf(from, "numeric(%d,%d)", &old_precision, &old_scale) != 2)
        return false;
    return strcmp(to, "numeric") == 0 || (sscanf(to, "numeric(%d,%d)", &new_precision, &new_scale) == 2 &&
                                          new_scale == old_scale && new_precision >= old_precision);
}

static bool
is_in(const char *type, const char *const *list)
{
    return g_strv_contains(list, type);
}

/* Are there casts between PostgreSQL's own types (manual, CREATE CAST; pg_cast)? Strings are cast to and from all. */
static bool
has_cast(const char *from, const char *to)
{
    static const char *const STRINGS[] = {"text", "character varying", "character", "bpchar", "name", NULL};
    static const char *const NUMBERS[] = {"smallint", "integer", "bigint", "numeric", "real", "double precision", NULL};
    static const char *const DATES[] = {"date", "timestamp without time zone", "timestamp with time zone", NULL};
    static const char *const PAIRS[][2] = {
        {"integer", "boolean"},
        {"integer", "bit"},
        {"bigint", "bit"},
        {"money", "numeric"},
        {"json", "jsonb"},
        {"inet", "cidr"},
        {"bit", "bit varying"},
        {"interval", "time without time zone"},
        {"time without time zone", "time with time zone"},
        {"timestamp with time zone", "time without time zone"},
        {"timestamp with time zone", "time with time zone"},
        {"timestamp without time zone", "time without time zone"},
    };
    if (strcmp(from, to) == 0 || is_in(from, STRINGS) || is_in(to, STRINGS) ||
        (is_in(from, NUMBERS) && is_in(to, NUMBERS)) || (is_in(from, DATES) && is_in(to, DATES)) ||
        (strcmp(from, "jsonb") == 0 && (is_in(to, NUMBERS) || strcmp(to, "boolean") == 0)))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(PAIRS); i++) {
        bool forth = strcmp(from, PAIRS[i][0]) == 0 && strcmp(to, PAIRS[i][1]) == 0;
        bool back = strcmp(from, PAIRS[i][1]) == 0 && strcmp(to, PAIRS[i][0]) == 0;
        if (forth || (back && strchr(PAIRS[i][0], ' ') == NULL)) /* no time becomes a timestamp */
            return true;
    }
    return false;
}

Node *
type_aside_of(const Node *column)
{
    for (guint i = 0; column->needs != NULL && i < column->needs->len; i++) {
        Node *needed = column->needs->pdata[i];
        if (needed->kind->aside != NULL)
            return needed;
    }
    return NULL;
}

/* The type that a column's values have: what is below a domain. */
typedef struct {
    char *name; /* without modifier and brackets */
    bool is_array;
} StoredType;

static const Node *
needed_type(const Node *node)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        const Node *needed = node->needs->pdata[i];
        if (g_strcmp0(needed->kind->catalog, "pg_type") == 0)
            return needed;
    }
    return NULL;
}

/* The type that a domain is made of; NULL: of no domain. */
static const char *
domain_type(const Node *node)
{
    int attr = node == NULL ? -1 : kind_attr(node->kind, "type");
    return attr < 0 ? NULL : node->values[attr];
}

static void
take_brackets(StoredType *type)
{
    if (!g_str_has_suffix(type->name, "[]"))
        return;
    type->is_array = true;
    type->name[strlen(type->name) - 2] = '\0';
}

/* name: g_free. */
static StoredType
stored_type(const Node *column)
{
    StoredType type = {.name = type_without_modifier(column->values[TYPE])};
    take_brackets(&type);
    const Node *own = needed_type(column);
    for (const char *below; (below = domain_type(own)) != NULL; own = needed_type(own)) {
        g_free(type.name);
        type.name = type_without_modifier(below);
        take_brackets(&type);
    }
    return type;
}

/* Is a cast of the user's own there before and after? */
static bool
is_cast_declared(const Actions *actions, const char *from, const char *to)
{
    g_autofree char *key = g_strdup_printf("cast %s AS %s", from, to);
    return schema_find(actions->old_schema, key) != NULL && schema_find(actions->new_schema, key) != NULL;
}

const char *
cast_detour(const Actions *actions, const Node *from, const Node *to)
{
    StoredType old_type = stored_type(from), new_type = stored_type(to);
    bool one_array = old_type.is_array != new_type.is_array;
    bool known = has_cast(old_type.name, new_type.name) || is_cast_declared(actions, old_type.name, new_type.name);
    bool through_text = one_array ? strcmp(new_type.name, "text") != 0 : !known;
    g_free(old_type.name);
    g_free(new_type.name);
    return through_text ? "::text" : "";
}

/* " USING a::bigint", or what the declaration says. */
static const char *
cast_clause(Actions *actions, const Node *from, const Node *to)
{
    const bool back = schema_match(actions->old_schema, to) == to;
    const char *declared = conversion_declared(back ? from : to, back);
    return declared != NULL ? arena_printf(actions->arena, " USING %s", declared)
                            : sql_printf(actions->arena, " USING %I%s::%s", to->name, cast_detour(actions, from, to),
                                         to->values[TYPE]);
}

#define SET_STORAGE COLUMN "SET STORAGE {storage}"
#define RESET_STORAGE COLUMN "SET STORAGE {type_storage}"
#define SET_COMPRESSION COLUMN "SET COMPRESSION {compression}"

/* Is the value to be said behind a change of type that takes it away? What changes is said behind the change of type on
 * the way forth, and before it on the way back. */
static bool
is_said_again(const Node *from, const Node *to, int attr, ActionAdd *add)
{
    return from->values[attr] != NULL && to->values[attr] != NULL &&
           (add == action_down || strcmp(from->values[attr], to->values[attr]) == 0);
}

/* Storage and compression become those of the new type (ATExecAlterColumnType): what stays is said again. */
static void
append_storage(Actions *actions, Action *action, const Node *from, const Node *to, ActionAdd *add)
{
    for (int attr = STORAGE; attr <= COMPRESSION; attr++)
        if (is_said_again(from, to, attr, add))
            add(actions, action,
                template_sql(actions->arena, attr == STORAGE ? SET_STORAGE : SET_COMPRESSION, to, NULL));
}

/* The change of type reaches the heirs, and so does what is said of the storage behind it, but not of the compression:
 * what an heir has of its own is said once more, the tables above first. */
static void
append_storage_of_heirs(Actions *actions, Action *action, const Node *from, const Node *to, ActionAdd *add)
{
    const Schema *other = add == action_up ? actions->old_schema : actions->new_schema;
    for (guint i = 0; to->needed_by != NULL && i < to->needed_by->len; i++) {
        const Node *heir = to->needed_by->pdata[i];
        const Node *was = heir->kind == to->kind && (heir->flags & NODE_DERIVED) ? schema_match(other, heir) : NULL;
        if (was == NULL || !(was->flags & NODE_DERIVED))
            continue;
        bool differs = g_strcmp0(heir->values[STORAGE], to->values[STORAGE]) != 0;
        if (differs && is_said_again(was, heir, STORAGE, add))
            add(actions, action, template_sql(actions->arena, SET_STORAGE, heir, NULL));
        else if (differs && heir->values[STORAGE] == NULL && is_said_again(from, to, STORAGE, add))
            add(actions, action, template_sql(actions->arena, RESET_STORAGE, heir, NULL));
        if (is_said_again(was, heir, COMPRESSION, add))
            add(actions, action, template_sql(actions->arena, SET_COMPRESSION, heir, NULL));
        append_storage_of_heirs(actions, action, was, heir, add);
    }
}

/* Has a table below a NOT NULL of its own, under another name? */
static bool
is_renamed_below(const Schema *schema, const Node *column, const char *name)
{
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *table = schema->roots->pdata[i];
        const Node *heir = node_has_lineage(table) && lineage_reaches(schema, column->parent, table)
                               ? node_child(table, column->kind->name, column->name)
                               : NULL;
        if (heir != NULL && heir->values[NOT_NULL_CONSTRAINT] != NULL &&
            strcmp(heir->values[NOT_NULL_CONSTRAINT], name) != 0)
            return true;
    }
    return false;
}

/* From 18 on a NOT NULL is made anew with the column's type, and tables below would get it under its name although they
 * have one under another, which is an error (ATPostAlterTypeCleanup): it is gone meanwhile. */
static const Node *
not_null_in_the_way(const Actions *actions, const Node *from, const Node *to)
{
    const Node *old_node = schema_match(actions->old_schema, from) == from ? from : to;
    const char *name = old_node->values[NOT_NULL_CONSTRAINT];
    const bool can_go = not_null_key(old_node) == NULL && not_null_identity(old_node) == NULL &&
                        old_node->values[IDENTITY] == NULL && not_null_strength(old_node) == VALID;
    return name != NULL && can_go && !parts_are_of(old_node->parent) &&
                   is_renamed_below(actions->old_schema, old_node, name)
               ? old_node
               : NULL;
}

static void
append_type(Actions *actions, Action *action, const Node *from, const Node *to, const char *using, ActionAdd *add)
{
    static const char TEMPLATE[] = COLUMN "TYPE {type}[collation? COLLATE {collation}]{using}";
    const TemplateToken more[] = {{"using", using}, {NULL, NULL}};
    const Node *not_null = not_null_in_the_way(actions, from, to);
    if (not_null != NULL)
        add(actions, action, template_sql(actions->arena, COLUMN "DROP NOT NULL", not_null, NULL));
    add(actions, action, template_sql(actions->arena, TEMPLATE, to, more));
    if (not_null != NULL)
        not_null_make(actions, action, not_null, add);
    append_storage(actions, action, from, to, add);
    append_storage_of_heirs(actions, action, from, to, add);
}

/* PostgreSQL takes no USING that reaches a foreign table ("is not a table"). */
static bool
reaches_elsewhere(const Node *column)
{
    if (column->parent->kind->rows_elsewhere)
        return true;
    for (guint i = 0; column->needed_by != NULL && i < column->needed_by->len; i++) {
        const Node *heir = column->needed_by->pdata[i];
        if (heir->kind == column->kind && (heir->flags & NODE_DERIVED) && reaches_elsewhere(heir))
            return true;
    }
    return false;
}

/* The reason, and why the column is not exchanged, where that was asked. */
static const char *
with_why_in_place(Actions *actions, const Node *old_node, const char *reason)
{
    const char *why = actions->in_place == NULL ? NULL : g_hash_table_lookup(actions->in_place, old_node);
    return why == NULL ? reason : arena_printf(actions->arena, "%s; in one step, for %s", reason, why);
}

/* An old default need not be one of the new type, so it goes before and comes after, but for the wider limit. */
void
change_type(Actions *actions, const Node *old_node, const Node *new_node)
{
    bool widening = is_widening(old_node->values[TYPE], new_node->values[TYPE]) &&
                    g_strcmp0(old_node->values[COLLATION], new_node->values[COLLATION]) == 0;
    Effect effect = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    bool elsewhere = new_node->parent->kind->rows_elsewhere;
    if (!widening && elsewhere)
        effect = (Effect){PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application may not read the new type"};
    else if (!widening)
        effect = (Effect){PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_REWRITE,
                          "the old application may not read or write the new type"};
    effect.reason = with_why_in_place(actions, old_node, effect.reason);
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "change type of %s", new_node->name));
    bool same_type = strcmp(old_node->values[TYPE], new_node->values[TYPE]) == 0;
    action->alters = true;
    action->disturbs = DISTURBS_DEPENDANTS | (widening || same_type ? 0 : DISTURBS_PARTS);
    const char *forth = cast_clause(actions, old_node, new_node), *back = cast_clause(actions, new_node, old_node);
    append_type(actions, action, old_node, new_node, widening || same_type || reaches_elsewhere(old_node) ? "" : forth,
                action_up);
    append_type(actions, action, new_node, old_node, same_type || reaches_elsewhere(new_node) ? "" : back, action_down);
}

char *
meanwhile_type(const Node *old_node, const Node *new_node, Arena *arena)
{
    const char *was = old_node->values[TYPE], *is = new_node->values[TYPE], *address = node_address(new_node);
    const bool declared = conversion_declared(new_node, false) != NULL && conversion_declared(new_node, true) != NULL;
    if (strcmp(was, is) == 0 || is_widening(was, is) || (!declared && conversion_is_total(old_node, new_node)))
        return NULL;
    return arena_printf(arena,
                        "column %s is %s until the contract revision, for the new application too; where that "
                        "needs %s, revision --by-way-of %s=NAME writes the two releases that lead there%s",
                        address, was, is, address,
                        declared ? "" : ", once backfill and backfill_down of the column say how values become others");
}

/* Does a text of the type, at whatever depth, mean the same for the new version? */
static bool
keeps_text(const Actions *actions, const Node *type)
{
    bool is_old = schema_match(actions->old_schema, type) == type;
    const Node *now = schema_match(is_old ? actions->new_schema : actions->old_schema, type);
    if (now != NULL && type->kind->keeps_text != NULL && !type->kind->keeps_text(type, now))
        return false;
    for (guint i = 0; type->needs != NULL && i < type->needs->len; i++) {
        const Node *needed = type->needs->pdata[i];
        if (needed->kind->aside != NULL && !keeps_text(actions, needed))
            return false;
    }
    return true;
}

bool
has_same_values(const Node *node, const Node *other)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (g_strcmp0(node->values[i], other->values[i]) != 0)
            return false;
    return true;
}

/* Does a type in it change, at whatever depth? */
static bool
has_changing_part(const Actions *actions, const Node *type)
{
    bool is_old = schema_match(actions->old_schema, type) == type;
    for (guint i = 0; type->needs != NULL && i < type->needs->len; i++) {
        const Node *part = type->needs->pdata[i];
        const Node *now = schema_match(is_old ? actions->new_schema : actions->old_schema, part);
        if (part->kind->aside != NULL &&
            (now == NULL || !has_same_values(part, now) || has_changing_part(actions, part)))
            return true;
    }
    return false;
}

static const Node *
part_called(const Node *type, const char *called)
{
    for (guint i = 0; type->needs != NULL && i < type->needs->len; i++) {
        const Node *part = type->needs->pdata[i];
        g_autoptr(GString) name = g_string_new(NULL);
        if (part->kind->aside != NULL)
            node_append_name(name, part);
        if (strcmp(name->str, called) == 0)
            return part;
    }
    return NULL;
}

static bool survives_json(const Node *type);

/* Of what the text of a type's attribute names. */
static bool
all_survive_json(const Node *type, const char *text)
{
    for (const char *at = text, *ahead = at; *at != '\0'; at = ahead) {
        const Token token = lex_next_solid(&ahead);
        if (!words_is_name(token))
            continue;
        ahead = at;
        g_autofree char *name = words_name(&ahead);
        const Node *part = strchr(name, '.') == NULL ? NULL : part_called(type, name);
        if (strcmp(name, "json") == 0 || strcmp(name, "jsonb") == 0 ||
            (strchr(name, '.') != NULL && (part == NULL || !survives_json(part))))
            return false;
    }
    return true;
}

/* Does each value come back from JSON as it was? Not one that is JSON itself, whose null would be none, nor one of a
 * type that is not told in parts: it may have a cast to JSON of its own. */
static bool
survives_json(const Node *type)
{
    for (size_t i = 0; i < type->kind->n_attrs; i++)
        if (type->values[i] != NULL && !all_survive_json(type, type->values[i]))
            return false;
    return true;
}

#define HOLDER "pg_temp.pleat_holder"

/* By the names of fields, at whatever depth: what only the new version has is null. No subquery may stand behind USING
 * (manual, ALTER TABLE), so that it is a row that holds an array. */
static const char *
by_names(const Actions *actions, const char *column, const char *type, bool array)
{
    if (!array)
        return arena_printf(actions->arena, " USING jsonb_populate_record(NULL::%s, to_jsonb(%s))", type, column);
    return arena_printf(
        actions->arena,
        " USING (jsonb_populate_record(NULL::" HOLDER ", jsonb_build_object('held', to_jsonb(%s)))).held", column);
}

/* NULL: neither text nor an expression leads from the old version to the new. */
static const char *
conversion(const Actions *actions, const Node *from, const Node *to)
{
    const Node *old_type = type_aside_of(from), *new_type = type_aside_of(to);
    const char *type = to->values[TYPE], *array = g_str_has_suffix(type, "[]") ? "[]" : "";
    const char *column = sql_printf(actions->arena, "%I", to->name);
    if (old_type == NULL || new_type == NULL)
        return NULL;
    if (old_type->kind != new_type->kind || (keeps_text(actions, old_type) && keeps_text(actions, new_type)))
        return arena_printf(actions->arena, " USING %s::text%s::%s", column, array, type);
    if (old_type->kind->convert == NULL)
        return NULL;
    if (array[0] != '\0' || has_changing_part(actions, old_type) || has_changing_part(actions, new_type))
        return !survives_json(old_type) || !survives_json(new_type) ? NULL
                                                                    : by_names(actions, column, type, array[0] != '\0');
    return arena_printf(actions->arena, " USING %s",
                        old_type->kind->convert(old_type, new_type, column, actions->arena));
}

static void
move(Actions *actions, Action *action, const Node *from, const Node *to, const char *conversion, ActionAdd *add)
{
    const bool held = strstr(conversion, HOLDER) != NULL;
    if (held)
        add(actions, action, arena_printf(actions->arena, "CREATE TYPE " HOLDER " AS (held %s)", to->values[TYPE]));
    append_type(actions, action, from, to, conversion, add);
    if (held)
        add(actions, action, "DROP TYPE " HOLDER);
}

bool
type_needs_json(const Actions *actions, const Node *old_node, const Node *new_node)
{
    const char *forth = conversion(actions, old_node, new_node), *back = conversion(actions, new_node, old_node);
    return forth == NULL || back == NULL || strstr(forth, "jsonb_") != NULL || strstr(back, "jsonb_") != NULL;
}

void
tell_loss(const Actions *actions, Action *action, const Node *old_node, const Node *new_node)
{
    const Node *old_type = type_aside_of(old_node), *new_type = type_aside_of(new_node);
    const char *lost = old_type == NULL || new_type == NULL || old_type->kind->loses == NULL
                           ? NULL
                           : old_type->kind->loses(old_type, new_type, actions->arena);
    if (lost == NULL)
        return;
    action->effect.costs |= COST_DATA_LOSS;
    action->loss = arena_printf(actions->arena, "%s of the values of column %s", lost, node_address(old_node));
}

bool
follow_type(const Node *old_node, const Node *new_node, Actions *actions)
{
    Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_REWRITE,
                     "a value that the new type does not have fails; prepared queries that return it fail once"};
    if (strcmp(old_node->values[TYPE], new_node->values[TYPE]) != 0)
        return true; /* goes over to another type anyway */
    const char *forth = conversion(actions, old_node, new_node), *back = conversion(actions, new_node, old_node);
    if (forth == NULL || back == NULL || row_is_held(node_root(old_node)))
        return false;
    effect.reason = with_why_in_place(actions, old_node, effect.reason);
    Action *action = action_add(actions, old_node, new_node, effect,
                                arena_printf(actions->arena, "move %s to the new type", new_node->name));
    action->alters = true;
    tell_loss(actions, action, old_node, new_node);
    action->disturbs = DISTURBS_DEPENDANTS | DISTURBS_PARTS;
    move(actions, action, old_node, new_node, forth, action_up);
    move(actions, action, new_node, old_node, back, action_down);
    return true;
}

char *
by_way_of_text(const Node *node, Arena *arena, bool back)
{
    bool array = g_str_has_suffix(node->values[TYPE], "[]");
    const TemplateToken more[] = {{"to", back    ? node->values[TYPE]
                                         : array ? "text[]"
                                                 : "text"},
                                  {"from", array ? "text[]" : "text"},
                                  {NULL, NULL}};
    const char *template = back ? COLUMN "TYPE {to} USING {name}::{from}::{to}" : COLUMN "TYPE {to} USING {name}::{to}";
    return template_sql(arena, template, node, more);
}
