#include "kinds/shared.h"

#include "sql/format.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <string.h>

/* Arguments as PostgreSQL tells them: "a integer, INOUT b text DEFAULT 'x'::text, OUT c date". */

static const char *
behind_word(const char *item, const char *word)
{
    const char *cursor = item;
    return token_is(lex_next(&cursor), word) && g_ascii_isspace(*cursor) ? cursor + 1 : NULL;
}

/* Where " DEFAULT ..." begins, or the end. An argument of that name is in quotes. */
static const char *
default_of(const char *item)
{
    const char *cursor = item;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor))
        if (token_is(token, "default"))
            return token.text;
    return cursor;
}

static bool
has_default(const char *item)
{
    return *default_of(item) != '\0';
}

static char **
items_of(Arena *arena, const Node *node)
{
    const char *arguments = node->values[ROUTINE_ARGUMENTS];
    return split_list(arena, arguments == NULL ? "" : arguments);
}

/* OR REPLACE bears other values of defaults, on both ways; neither more nor fewer of them. */
static bool
differs_in_values_alone(Actions *actions, const Node *old_node, const Node *new_node)
{
    char **was = items_of(actions->arena, old_node), **now = items_of(actions->arena, new_node);
    for (; *was != NULL && *now != NULL; was++, now++) {
        size_t length = (size_t)(default_of(*was) - *was);
        if (length != (size_t)(default_of(*now) - *now) || strncmp(*was, *now, length) != 0 ||
            has_default(*was) != has_default(*now))
            return false;
    }
    return *was == NULL && *now == NULL;
}

/* "public.add__1f2e3d4(...)": told by the body that it keeps, so that it has one name in both phases and in every plan.
 */
static const char *
prior_name(Actions *actions, const Node *old_node)
{
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, old_node->values[ROUTINE_DEFINITION], -1);
    g_autofree char *name = g_strdup_printf("%s__%.7s", old_node->name, hash);
    return sql_fit_name(actions->arena, name);
}

/* The definition, as PostgreSQL writes it, under another name; NULL: it is written otherwise. What has no body is made
 * of its parts. */
static const char *
define_as(Actions *actions, const Node *node, const char *name)
{
    if (kind_attr(node->kind, "body") < 0) {
        Node renamed = *node;
        renamed.name = name;
        renamed.text = NULL;
        return node_define(actions->arena, &renamed, false).sql;
    }
    g_autofree char *word = g_ascii_strup(node->kind->name, -1);
    const char *head = sql_printf(actions->arena, "CREATE OR REPLACE %s %I.%I(", word, node->schema, node->name);
    const char *definition = node->values[ROUTINE_DEFINITION];
    if (!g_str_has_prefix(definition, head))
        return NULL;
    return sql_printf(actions->arena, "CREATE OR REPLACE %s %I.%I(%s", word, node->schema, name,
                      definition + strlen(head));
}

/* Owner and privileges of the one for the other, whether they are managed or not: a routine that few may call must not
 * be there for all under another name. */
static const char COPY_RIGHTS[] =
    "DO $pleat$\n"
    "DECLARE\n"
    "    prior regprocedure := %L;\n"
    "    model regprocedure := %L;\n"
    "    statement text;\n"
    "BEGIN\n"
    "    FOR statement IN\n"
    "        SELECT format('ALTER ROUTINE %%s OWNER TO %%I', prior, pg_get_userbyid(m.proowner))\n"
    "        FROM pg_proc m, pg_proc p WHERE m.oid = model AND p.oid = prior AND m.proowner <> p.proowner\n"
    "        UNION ALL SELECT format('REVOKE ALL ON ROUTINE %%s FROM PUBLIC', prior)\n"
    "        UNION ALL\n"
    "        SELECT format('GRANT EXECUTE ON ROUTINE %%s TO %%s%%s', prior,\n"
    "                      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,\n"
    "                      CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)\n"
    "        FROM pg_proc m, aclexplode(m.proacl) a WHERE m.oid = model AND a.grantee <> m.proowner\n"
    "        UNION ALL\n"
    "        SELECT format('GRANT EXECUTE ON ROUTINE %%s TO PUBLIC', prior)\n"
    "        FROM pg_proc m WHERE m.oid = model AND m.proacl IS NULL\n"
    "    LOOP\n"
    "        EXECUTE statement;\n"
    "    END LOOP;\n"
    "END $pleat$";

static const char *
copy_rights(Actions *actions, const Node *prior, const Node *old_node)
{
    g_autoptr(GString) to = g_string_new(NULL), from = g_string_new(NULL);
    node_append_name(to, prior);
    node_append_name(from, old_node);
    return sql_printf(actions->arena, COPY_RIGHTS, to->str, from->str);
}

static bool
wants_prior(const Node *new_node)
{
    return new_node->declared != NULL && new_node->declared->extras != NULL && new_node->declared->extras->keep_prior;
}

void
routine_keep_prior(Actions *actions, const Node *old_node, const Node *new_node)
{
    if (!wants_prior(new_node))
        return;
    static const Effect begin = {PHASE_EXPAND, LOCK_NONE, 0, NULL};
    static const Effect end = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may call the prior body"};
    Node *prior = arena_new_one(actions->arena, Node);
    *prior = *old_node;
    prior->name = prior_name(actions, old_node);
    const char *definition = define_as(actions, old_node, prior->name);
    if (definition == NULL)
        return;
    Action *first = action_add(actions, old_node, new_node, begin,
                               arena_printf(actions->arena, "keep the prior body as %s", prior->name));
    Action *last = action_add(actions, old_node, new_node, end,
                              arena_printf(actions->arena, "end the prior body %s", prior->name));
    const char *rights = copy_rights(actions, prior, old_node);
    action_up(actions, first, definition);
    action_up(actions, first, rights);
    emit_down(actions, first, old_node->kind->drop, prior);
    emit_up(actions, last, old_node->kind->drop, prior);
    action_down(actions, last, definition);
    action_down(actions, last, rights);
    for (guint i = 0; old_node->needs != NULL && i < old_node->needs->len; i++)
        g_ptr_array_add(last->frees, old_node->needs->pdata[i]);
}

static bool
gives_other_results(const Node *old_node, const Node *new_node)
{
    return g_strcmp0(old_node->values[ROUTINE_BODY], new_node->values[ROUTINE_BODY]) != 0 ||
           g_strcmp0(old_node->values[ROUTINE_LANGUAGE], new_node->values[ROUTINE_LANGUAGE]) != 0;
}

/* An index keeps what the body gave: PostgreSQL believes that an IMMUTABLE function never changes, and looks rows up
 * where the other body's result would stand (manual, "Function Volatility Categories"). */
bool
routine_tears(const Node *old_node, const Node *new_node, const Node *dependant)
{
    return (dependant->kind->part == PART_INDEX || dependant->kind->part == PART_SINGLE) &&
           gives_other_results(old_node, new_node);
}

static bool
tears_any(const Node *old_node, const Node *new_node)
{
    for (guint i = 0; old_node->needed_by != NULL && i < old_node->needed_by->len; i++)
        if (routine_tears(old_node, new_node, old_node->needed_by->pdata[i]))
            return true;
    return false;
}

/* OR REPLACE goes both ways where names, modes, types, defaults and result stay; else the routine is made anew. */
bool
routine_alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if (changed & (1ull << ROUTINE_RETURNS))
        return false;
    if ((changed & (1ull << ROUTINE_ARGUMENTS)) && !differs_in_values_alone(actions, old_node, new_node))
        return false;
    routine_keep_prior(actions, old_node, new_node);
    Action *action = emit_replace(actions, old_node, new_node, "change body");
    if (tears_any(old_node, new_node))
        action->disturbs = DISTURBS_DEPENDANTS;
    return true;
}

/* Input arguments: what a call gives. */
typedef struct {
    char **types;
    char **names; /* "" where there is none */
    size_t count, needed;
} Inputs;

/* The name is what stands before the type. */
static char *
name_in(Arena *arena, const char *item, const char *type)
{
    static const char *const MODES[] = {"in", "inout", "variadic"};
    for (size_t i = 0; i < G_N_ELEMENTS(MODES); i++)
        if (behind_word(item, MODES[i]) != NULL && strcmp(item, type) != 0) {
            item = behind_word(item, MODES[i]);
            break;
        }
    char *name = g_strchomp(arena_strndup(arena, item, (size_t)(default_of(item) - item)));
    size_t length = strlen(name), type_length = strlen(type);
    name[length > type_length ? length - type_length : 0] = '\0';
    return g_strchomp(name);
}

static Inputs
inputs_of(Arena *arena, const Node *node)
{
    Inputs inputs = {.types = split_list(arena, node->signature)};
    inputs.count = inputs.needed = g_strv_length(inputs.types);
    inputs.names = arena_new_array(arena, char *, inputs.count + 1);
    size_t i = 0;
    for (char **item = items_of(arena, node); *item != NULL && i < inputs.count; item++) {
        if (behind_word(*item, "out") != NULL && node->values[ROUTINE_RETURNS] != NULL)
            continue; /* no input of a function */
        inputs.needed -= has_default(*item);
        inputs.names[i] = name_in(arena, *item, inputs.types[i]);
        i++;
    }
    return inputs;
}

static bool
same_types(const Inputs *a, const Inputs *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(a->types[i], b->types[i]) != 0)
            return false;
    return true;
}

/* What a polymorphic type takes, whichever family it is of; NULL: it is another type (manual, "Polymorphic Types"). */
static const char *
polymorphic(const char *type)
{
    static const char *const TYPES[][2] = {
        {"anyelement", "element"},       {"anycompatible", "element"},
        {"anynonarray", "element"},      {"anycompatiblenonarray", "element"},
        {"anyenum", "element"},          {"\"any\"", "element"},
        {"anyarray", "array"},           {"anycompatiblearray", "array"},
        {"anyrange", "range"},           {"anycompatiblerange", "range"},
        {"anymultirange", "multirange"}, {"anycompatiblemultirange", "multirange"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(TYPES); i++)
        if (strcmp(type, TYPES[i][0]) == 0)
            return TYPES[i][1];
    return NULL;
}

/* Would one value fit both, neither better than the other? */
static bool
fit_the_same(const char *type, const char *other)
{
    const char *a = polymorphic(type), *b = polymorphic(other);
    if (a == NULL || b == NULL)
        return strcmp(type, other) == 0;
    return strcmp(a, b) == 0 || strcmp(a, "element") == 0 || strcmp(b, "element") == 0;
}

static bool
are_confusable(char **types, char **others, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!fit_the_same(types[i], others[i]))
            return false;
    return true;
}

/* Could one call, by position, mean both? */
static bool
may_be_confused(const Inputs *a, const Inputs *b)
{
    size_t least = MAX(a->needed, b->needed);
    return least <= MIN(a->count, b->count) && are_confusable(a->types, b->types, least);
}

/* Does every call of the old one find the new one? */
static bool
serves(const Inputs *new_inputs, const Inputs *old_inputs)
{
    if (new_inputs->needed > old_inputs->needed || new_inputs->count < old_inputs->count ||
        !same_types(new_inputs, old_inputs, old_inputs->count))
        return false;
    for (size_t i = 0; i < old_inputs->count; i++)
        if (g_strcmp0(old_inputs->names[i], "") != 0 && g_strcmp0(old_inputs->names[i], new_inputs->names[i]) != 0)
            return false;
    return true;
}

/* What a call gives: "record (OUT b integer, INOUT c text)", "TABLE(a integer)". NULL: nothing. */
static const char *
results_of(Arena *arena, const Node *node)
{
    g_autoptr(GString) outputs = g_string_new(NULL);
    for (char **item = items_of(arena, node); *item != NULL; item++) {
        if (behind_word(*item, "out") == NULL && behind_word(*item, "inout") == NULL)
            continue;
        g_autofree char *output = g_strndup(*item, (size_t)(default_of(*item) - *item));
        g_string_append_printf(outputs, "%s%s", outputs->len == 0 ? "" : ", ", g_strchomp(output));
    }
    const char *returns = node->values[ROUTINE_RETURNS];
    if (outputs->len == 0)
        return returns;
    return arena_printf(arena, "%s%s(%s)", returns == NULL ? "" : returns, returns == NULL ? "" : " ", outputs->str);
}

/* With the old one beside it, a call that could mean both would fail as ambiguous (manual, "Function Overloading"). */
char *
routine_meanwhile(const Node *old_node, const Node *new_node, Arena *arena)
{
    const char *was = results_of(arena, old_node), *is = results_of(arena, new_node);
    if (was == NULL || is == NULL || strcmp(was, is) == 0)
        return NULL;
    return arena_printf(arena,
                        "%s %s returns %s until the contract revision, for the new application too; where that "
                        "needs %s, declare the new one beside it under another name, and rename that "
                        "(renamed_from) in a later release",
                        new_node->kind->title, node_address(new_node), was, is);
}

Phase
routine_takes_place(const Node *old_node, const Node *new_node)
{
    g_autoptr(Arena) arena = arena_new();
    Inputs was = inputs_of(arena, old_node), now = inputs_of(arena, new_node);
    if (!may_be_confused(&was, &now))
        return PHASE_NONE;
    bool same_result = g_strcmp0(results_of(arena, old_node), results_of(arena, new_node)) == 0;
    return same_result && serves(&now, &was) ? PHASE_EXPAND : PHASE_CONTRACT;
}

Phase
aggregate_takes_place(const Node *old_node, const Node *new_node)
{
    g_autoptr(Arena) arena = arena_new();
    char **was = split_list(arena, old_node->signature), **now = split_list(arena, new_node->signature);
    const guint count = g_strv_length(was);
    if (strcmp(old_node->signature, new_node->signature) == 0)
        return PHASE_NONE;
    return count == g_strv_length(now) && are_confusable(was, now, count) ? PHASE_CONTRACT : PHASE_NONE;
}
