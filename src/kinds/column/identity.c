/* A column becomes an identity, of another kind, or none any more. */
#include "kinds/column/change.h"
#include "kinds/sequence_range.h"
#include "kinds/shared.h"

#include "model/emit.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

#define ADD_IDENTITY COLUMN "ADD GENERATED {identity} AS IDENTITY[sequence? ({sequence})]"
#define ADD_IDENTITY_AS COLUMN "ADD GENERATED {identity} AS IDENTITY (SEQUENCE NAME {name_for_now}{other_options})"
#define DROP_IDENTITY COLUMN "DROP IDENTITY"

/* What an identity's sequence may say, and how it is unsaid. */
enum { INCREMENT, MINVALUE, MAXVALUE, START, CACHE, CYCLE, SEQUENCE_NAME };
static const struct {
    const char *word, *reset;
} options[] = {
    [INCREMENT] = {"increment", "INCREMENT BY 1"},
    [MINVALUE] = {"minvalue", "NO MINVALUE"},
    [MAXVALUE] = {"maxvalue", "NO MAXVALUE"},
    [START] = {"start", NULL},
    [CACHE] = {"cache", "CACHE 1"},
    [CYCLE] = {"cycle", "NO CYCLE"},
    [SEQUENCE_NAME] = {"sequence", NULL},
};

static bool
begins_option(Token token)
{
    for (size_t i = 0; i < G_N_ELEMENTS(options); i++)
        if (token.kind == TOKEN_WORD && token_is(token, options[i].word))
            return true;
    return false;
}

/* The text of an option in a list, "INCREMENT BY 5"; NULL: not said. It reaches to the next option's word. */
static char *
find_option(Arena *arena, const char *list, size_t option)
{
    const char *cursor = list == NULL ? "" : list, *start = NULL;
    bool in_name = false; /* of the sequence: its words mean nothing here */
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        if (!in_name && begins_option(token)) {
            if (start != NULL)
                return arena_strndup(arena, start, (size_t)(token.text - start) - 1);
            start = token_is(token, options[option].word) ? token.text : NULL;
        }
        in_name = token_is(token, "name") || token_is(token, ".");
    }
    return arena_strdup(arena, start);
}

static char *
sequence_name(Arena *arena, const Node *node)
{
    const char *said = find_option(arena, node->values[SEQUENCE], SEQUENCE_NAME);
    if (said != NULL)
        return arena_strdup(arena, said + strlen("SEQUENCE NAME "));
    g_autofree char *name = g_strdup_printf("%s_%s_seq", node->parent->name, node->name);
    return sql_printf(arena, "%I.%I", node->parent->schema, name);
}

/* "public.a" RENAME TO b: the part behind the schema. */
static const char *
behind_schema(const char *qualified)
{
    const char *cursor = qualified;
    lex_next(&cursor);
    return *cursor == '.' ? cursor + 1 : qualified;
}

static gint64
number_or(Arena *arena, const Node *node, size_t option, gint64 otherwise)
{
    const char *said = find_option(arena, node->values[SEQUENCE], option);
    return said == NULL ? otherwise : g_ascii_strtoll(strrchr(said, ' '), NULL, 10);
}

static SequenceRange
range_of(Arena *arena, const Node *node)
{
    SequenceRange range = {.down = number_or(arena, node, INCREMENT, 1) < 0};
    const gint64 limit = sequence_type_limit(node->values[TYPE]);
    range.low = number_or(arena, node, MINVALUE, range.down ? -limit - 1 : 1);
    range.high = number_or(arena, node, MAXVALUE, range.down ? -1 : limit);
    range.first = number_or(arena, node, START, range.down ? range.high : range.low);
    return range;
}

/* Limits that are not said are others where it counts the other way. */
static bool
has_turned(size_t option, SequenceRange from, SequenceRange to)
{
    return (option == MINVALUE || option == MAXVALUE) && from.down != to.down;
}

static char *
identity_options(Actions *actions, const Node *from, const Node *to)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    SequenceRange before = range_of(actions->arena, from), range = range_of(actions->arena, to);
    if (strcmp(from->values[IDENTITY], to->values[IDENTITY]) != 0)
        template_append(sql, " SET GENERATED {identity}", to, NULL);
    for (size_t i = INCREMENT; i < SEQUENCE_NAME; i++) {
        const char *was = find_option(actions->arena, from->values[SEQUENCE], i);
        const char *now = find_option(actions->arena, to->values[SEQUENCE], i);
        if (i != START && (g_strcmp0(was, now) != 0 || (now == NULL && has_turned(i, before, range))))
            g_string_append_printf(sql, " SET %s", now != NULL ? now : options[i].reset);
    }
    sequence_append_start(sql, " SET", before, range);
    return arena_strdup(actions->arena, sql->str);
}

/* The limits of a type change with it. */
static SequenceRange
range_before(Actions *actions, const Node *from, const Node *to)
{
    SequenceRange range = range_of(actions->arena, from);
    const gint64 was = sequence_type_limit(from->values[TYPE]), is = sequence_type_limit(to->values[TYPE]);
    if (range.high == was)
        range.high = is;
    if (range.low == -was - 1)
        range.low = -is - 1;
    return range;
}

static void
add_identity_changes(Actions *actions, Action *action, const Node *from, const Node *to, ActionAdd *add)
{
    const char *old_name = sequence_name(actions->arena, from), *new_name = sequence_name(actions->arena, to);
    const char *sql = identity_options(actions, from, to);
    sequence_move(actions, action, old_name, range_before(actions, from, to), range_of(actions->arena, to), add);
    if (sql[0] != '\0')
        add(actions, action,
            arena_printf(actions->arena, "%s%s",
                         template_sql(actions->arena, "ALTER TABLE {parent} ALTER COLUMN {name}", to, NULL), sql));
    if (strcmp(old_name, new_name) != 0)
        add(actions, action,
            arena_printf(actions->arena, "ALTER SEQUENCE %s RENAME TO %s", old_name, behind_schema(new_name)));
}

/* Behind the highest value that is there: nothing else tells where to begin. */
static void
add_start_behind_rows(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    g_autoptr(GString) table = g_string_new(NULL);
    node_append_name(table, node->parent);
    const char *last = range_of(actions->arena, node).down ? "min" : "max";
    add(actions, action,
        sql_printf(actions->arena,
                   "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(%L, %L), "
                   "(SELECT %s(%I) FROM %s), true) WHERE EXISTS (SELECT FROM %s)",
                   table->str, node->name, last, node->name, table->str, table->str));
}

/* Where another sequence stands: rows that are gone had values, too, and none is to be given twice. */
static void
add_start_of(Actions *actions, Action *action, const char *sequence, const char *other, ActionAdd *add)
{
    add(actions, action,
        sql_printf(actions->arena,
                   "SELECT pg_catalog.setval(%L, least(greatest(o.last_value, s.seqmin), s.seqmax), o.is_called) "
                   "FROM %s o, pg_catalog.pg_sequence s WHERE s.seqrelid = %L::pg_catalog.regclass",
                   sequence, other, sequence));
}

static void
add_identity(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    add(actions, action, template_sql(actions->arena, ADD_IDENTITY, node, NULL));
    add_start_behind_rows(actions, action, node, add);
}

bool
identity_goes_first(const Node *old_node, const Node *new_node)
{
    bool narrower = sequence_type_limit(new_node->values[TYPE]) < sequence_type_limit(old_node->values[TYPE]);
    return new_node->values[IDENTITY] == NULL || (old_node->values[IDENTITY] != NULL && narrower);
}

/* Its name, as plan/sequence.c writes what only one object can have. */
static char *
sequence_resource(const Actions *actions, const Node *node)
{
    return arena_printf(actions->arena, "relation %s", sequence_name(actions->arena, node));
}

/* The sequence that the column's default takes its values from and that goes with it (of serial); NULL: none. */
static Node *
sequence_of_default(const Node *column, const Schema *other)
{
    for (const Node *part = column->first_child; part != NULL; part = part->next)
        for (guint i = 0; part->kind->anonymous && part->needs != NULL && i < part->needs->len; i++) {
            Node *needed = part->needs->pdata[i];
            if (kind_attr(needed->kind, "owned_by") >= 0 && schema_match(other, needed) == NULL)
                return needed;
        }
    return NULL;
}

/* The identity's sequence while the other one may still have its name. */
static const char *
name_for_now(Arena *arena, const Node *node, const char *prefix)
{
    const char *name = sequence_name(arena, node), *cursor = behind_schema(name);
    g_autofree char *bare = token_name(lex_next_solid(&cursor));
    return sql_printf(arena, "%s%I", arena_strndup(arena, name, (size_t)(behind_schema(name) - name)),
                      aside_name(arena, prefix, bare));
}

static void
add_identity_as(Actions *actions, Action *action, const Node *node, const char *sequence, ActionAdd *add)
{
    g_autoptr(GString) others = g_string_new(NULL);
    for (size_t i = INCREMENT; i < SEQUENCE_NAME; i++) {
        const char *said = find_option(actions->arena, node->values[SEQUENCE], i);
        if (said != NULL)
            g_string_append_printf(others, " %s", said);
    }
    const TemplateToken more[] = {{"name_for_now", sequence}, {"other_options", others->str}, {NULL, NULL}};
    add(actions, action, template_sql(actions->arena, ADD_IDENTITY_AS, node, more));
}

static Action *
alteration(Actions *actions, const Node *old_node, const Node *new_node, const char *verb)
{
    const bool by_default = g_strcmp0(new_node->values[IDENTITY], "BY DEFAULT") == 0;
    const char *reason = new_node->values[IDENTITY] != NULL ? "the old application may still write the column itself"
                                                            : "the old application leaves the number to it";
    const Effect effect = {by_default ? PHASE_EXPAND : PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, reason};
    Action *action =
        action_add(actions, old_node, new_node, effect, arena_printf(actions->arena, "%s of %s", verb, new_node->name));
    action->alters = true;
    return action;
}

/* The column's default, if it has one; an insert must find it as soon as there is no identity, and as long. */
static const Node *
default_of(const Node *column)
{
    for (const Node *part = column->first_child; part != NULL; part = part->next)
        if (part->kind->anonymous)
            return part;
    return NULL;
}

/* The identity goes on where serial's sequence stands, and the other way round: nobody may take a number of one when it
 * has been read. While both are there, the identity's has another name. */
static void
turn_serial(Actions *actions, const Node *old_node, const Node *new_node, Node *sequence)
{
    const bool begins = old_node->values[IDENTITY] == NULL;
    const Node *node = begins ? new_node : old_node;
    ActionAdd *forth = begins ? action_up : action_down, *back = begins ? action_down : action_up;
    const char *for_now = name_for_now(actions->arena, node, "pleat_new_"), *name = sequence_name(actions->arena, node);
    g_autoptr(GString) other = g_string_new(NULL);
    node_append_name(other, sequence);
    Action *first = alteration(actions, old_node, new_node, begins ? "begin identity" : "rename the sequence");
    Action *second = alteration(actions, old_node, new_node, begins ? "rename the sequence" : "end identity");
    Action *turn = begins ? first : second, *rename = begins ? second : first;
    turn->disturbs = DISTURBS_PARTS;
    *(begins ? &turn->since : &turn->until) = default_of(begins ? old_node : new_node);
    add_identity_as(actions, turn, node, for_now, forth);
    add_start_of(actions, turn, for_now, other->str, forth);
    back(actions, turn, template_sql(actions->arena, "LOCK TABLE {parent} IN ACCESS EXCLUSIVE MODE", node, NULL));
    add_start_of(actions, turn, other->str, for_now, back);
    back(actions, turn, template_sql(actions->arena, DROP_IDENTITY, node, NULL));
    g_ptr_array_add(begins ? turn->frees : turn->requires, sequence);
    forth(actions, rename,
          arena_printf(actions->arena, "ALTER SEQUENCE %s RENAME TO %s", for_now, behind_schema(name)));
    back(actions, rename, arena_printf(actions->arena, "ALTER SEQUENCE %s RENAME TO %s", name, behind_schema(for_now)));
    g_ptr_array_add(begins ? rename->takes : rename->gives, sequence_resource(actions, node));
}

void
change_identity(Actions *actions, const Node *old_node, const Node *new_node)
{
    const bool was = old_node->values[IDENTITY] != NULL, is = new_node->values[IDENTITY] != NULL;
    Node *serial = !was  ? sequence_of_default(old_node, actions->new_schema)
                   : !is ? sequence_of_default(new_node, actions->old_schema)
                         : NULL;
    if (serial != NULL) {
        turn_serial(actions, old_node, new_node, serial);
        return;
    }
    Action *action = alteration(actions, old_node, new_node,
                                !was  ? "begin identity"
                                : !is ? "end identity"
                                      : "change identity");
    const bool comes_alone = !is_root_new(actions, new_node) && !is_root_dropped(actions, new_node);
    if (!was) {
        action->disturbs = DISTURBS_PARTS;
        action->since = default_of(old_node);
        if (comes_alone)
            g_ptr_array_add(action->takes, sequence_resource(actions, new_node));
        add_identity(actions, action, new_node, action_up);
        emit_down(actions, action, DROP_IDENTITY, new_node);
    } else if (!is) {
        action->disturbs = DISTURBS_PARTS;
        action->until = default_of(new_node);
        g_ptr_array_add(action->gives, sequence_resource(actions, old_node));
        emit_up(actions, action, DROP_IDENTITY, old_node);
        add_identity(actions, action, old_node, action_down);
    } else {
        add_identity_changes(actions, action, old_node, new_node, action_up);
        add_identity_changes(actions, action, new_node, old_node, action_down);
    }
}

void
identity_pass_on(Actions *actions, Action *action, const Node *from, const Node *to, const char *column,
                 const char *prefix, ActionAdd *add)
{
    if (from->values[IDENTITY] == NULL)
        return;
    const char *name = sequence_name(actions->arena, from), *aside = name_for_now(actions->arena, from, prefix);
    Node node = *to;
    node.name = column;
    add(actions, action, arena_printf(actions->arena, "ALTER SEQUENCE %s RENAME TO %s", name, behind_schema(aside)));
    add_identity_as(actions, action, &node, sequence_name(actions->arena, to), add);
    add_start_of(actions, action, sequence_name(actions->arena, to), aside, add);
}
