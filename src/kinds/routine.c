#include "kinds/shared.h"

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

/* OR REPLACE goes both ways where names, modes, types, defaults and result stay; else the routine is made anew. */
bool
routine_alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    if (changed & (1ull << ROUTINE_RETURNS))
        return false;
    if ((changed & (1ull << ROUTINE_ARGUMENTS)) && !differs_in_values_alone(actions, old_node, new_node))
        return false;
    emit_replace(actions, old_node, new_node, "change body");
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

/* Could one call, by position, mean both? */
static bool
may_be_confused(const Inputs *a, const Inputs *b)
{
    size_t least = MAX(a->needed, b->needed);
    return least <= MIN(a->count, b->count) && same_types(a, b, least);
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

/* With the old one beside it, a call that could mean both would fail as ambiguous (manual, "Function Overloading"). */
Phase
routine_takes_place(const Node *old_node, const Node *new_node)
{
    g_autoptr(Arena) arena = arena_new();
    Inputs was = inputs_of(arena, old_node), now = inputs_of(arena, new_node);
    if (!may_be_confused(&was, &now))
        return PHASE_NONE;
    bool same_result = g_strcmp0(old_node->values[ROUTINE_RETURNS], new_node->values[ROUTINE_RETURNS]) == 0;
    return same_result && serves(&now, &was) ? PHASE_EXPAND : PHASE_CONTRACT;
}
