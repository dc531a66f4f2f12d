#include "model/emit_private.h"

#include "model/lineage.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

/* "CREATE OR REPLACE" for "CREATE": the author's text is kept but for these two words. */
static char *
with_or_replace(Arena *arena, const char *text)
{
    const char *cursor = text;
    Token create = lex_next_solid(&cursor);
    const char *behind = cursor;
    if (!token_is(create, "create") || token_is(lex_next_solid(&cursor), "or"))
        return arena_strdup(arena, text);
    const char *words = g_ascii_islower(create.text[0]) ? "or replace" : "OR REPLACE";
    return arena_printf(arena, "%.*s %s%s", (int)(behind - text), text, words, behind);
}

static const char *
trim_end(Arena *arena, const char *sql)
{
    size_t length = strlen(sql);
    while (length > 0 && g_ascii_isspace(sql[length - 1]))
        length--;
    return arena_strndup(arena, sql, length);
}

const char *
emit_path_of(const Node *node)
{
    if (node->declared != NULL || node->place.file == NULL)
        return NULL;
    return node->path_schema != NULL ? node->path_schema : node_root(node)->schema;
}

Definition
node_define(Arena *arena, const Node *node, bool replace)
{
    Definition definition = {0};
    const Node *author = node->declared != NULL ? node->declared : node;
    if (author->text != NULL) {
        definition = (Definition){author->text, author->path_schema, NULL};
    } else if (node->kind->define != NULL) {
        GString *sql = g_string_new(NULL);
        node->kind->define(node, sql);
        definition.sql = arena_strndup(arena, sql->str, sql->len);
        g_string_free(sql, TRUE);
    } else {
        definition.sql = template_sql(arena, node->kind->create, node, NULL);
    }
    if (author == node && author->text == NULL)
        definition.search_path = emit_path_of(node);
    definition.origin = node->origin;
    definition.sql = trim_end(arena, definition.sql);
    if (replace)
        definition.sql = with_or_replace(arena, definition.sql);
    return definition;
}

bool
node_comes_along(const Node *node)
{
    if (node->flags & NODE_SEPARATE)
        return false;
    return (node->flags & NODE_DERIVED) || node->kind->inlined != NULL || node->kind->anonymous || node->kind->bare;
}

bool
node_is_silent(const Node *node)
{
    if (node->kind->comes_untold == NULL || !node->kind->comes_untold(node) || node->facets[FACET_COMMENT] != NULL ||
        node->facets[FACET_PRIVILEGES] != NULL || node->facets[FACET_LABELS] != NULL)
        return false;
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if ((node->kind->attrs[i].flags & ATTR_AFTER) && node->values[i] != NULL)
            return false;
    return true;
}

Effect
create_effect(const Kind *kind)
{
    Effect effect = kind->create_effect;
    if (effect.phase == PHASE_NONE)
        effect.phase = PHASE_EXPAND;
    return effect;
}

Effect
drop_effect(const Kind *kind)
{
    Effect effect = kind->drop_effect;
    if (effect.phase == PHASE_NONE)
        effect.phase = PHASE_CONTRACT;
    return effect;
}

bool
is_root_new(const Actions *actions, const Node *node)
{
    return schema_match(actions->old_schema, node_root(node)) == NULL;
}

bool
is_root_dropped(const Actions *actions, const Node *node)
{
    return schema_match(actions->new_schema, node_root(node)) == NULL;
}

const char *
emit_verb(Actions *actions, const char *verb, const Node *node)
{
    if (node->parent == NULL)
        return arena_printf(actions->arena, "%s %s", verb, node->kind->title);
    if (node->kind->anonymous)
        return arena_printf(actions->arena, "%s %s of %s", verb, node->kind->title, node->parent->name);
    return arena_printf(actions->arena, "%s %s %s", verb, node->kind->title, node->name == NULL ? "" : node->name);
}

ActionSql *
emit_up(Actions *actions, Action *action, const char *template, const Node *node)
{
    return action_up(actions, action, template_sql(actions->arena, template, node, NULL));
}

ActionSql *
emit_down(Actions *actions, Action *action, const char *template, const Node *node)
{
    return action_down(actions, action, template_sql(actions->arena, template, node, NULL));
}

ActionSql *
emit_definition_up(Actions *actions, Action *action, Definition definition)
{
    ActionSql *sql = action_up(actions, action, definition.sql);
    sql->search_path = definition.search_path;
    return sql;
}

ActionSql *
emit_definition_down(Actions *actions, Action *action, Definition definition)
{
    ActionSql *sql = action_down(actions, action, definition.sql);
    sql->search_path = definition.search_path;
    sql->origin = definition.origin;
    return sql;
}

/* Behind a definition ------------------------------------------------------------------------------------------ */

static char *alter_sql(Actions *actions, const Node *to, const Attr *attr, const char *value);

static bool
comes_behind(const Node *node, size_t attr, unsigned flags)
{
    return (node->kind->attrs[attr].flags & flags) == flags && node->values[attr] != NULL;
}

/* What comes from a forebear gets its own later, when the forebear is there. */
void
emit_behind(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    for (const Node *each = node; each != NULL; each = node_walk(node, each)) {
        if ((each != node && (!node_comes_along(each) || (each->flags & NODE_DERIVED))) ||
            (each->name == NULL && !each->kind->anonymous))
            continue;
        for (size_t i = 0; i < each->kind->n_attrs; i++)
            if (comes_behind(each, i, ATTR_AFTER) && (each == node || !comes_behind(each, i, ATTR_LAST)))
                add(actions, action, alter_sql(actions, each, &each->kind->attrs[i], each->values[i]));
        emit_first_facets(actions, action, each, add);
    }
}

void
emit_last_of(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (comes_behind(node, i, ATTR_LAST))
            add(actions, action, alter_sql(actions, node, &node->kind->attrs[i], node->values[i]));
}

static bool
has_last(const Node *node)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (comes_behind(node, i, ATTR_LAST))
            return true;
    return false;
}

static void
add_heirs(const Schema *schema, const Node *root, GPtrArray *list)
{
    for (guint i = 0; i < schema->roots->len; i++)
        if (lineage_reaches(schema, root, schema->roots->pdata[i]))
            g_ptr_array_add(list, schema->roots->pdata[i]);
}

void
emit_last(Actions *actions, const Node *root, bool creates)
{
    static const Effect comes = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL},
                        goes = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    for (Node *part = root->first_child; part != NULL; part = part->next) {
        if ((part->flags & NODE_DERIVED) || !node_comes_along(part) || !has_last(part))
            continue;
        Action *action = action_add(actions, creates ? NULL : part, creates ? part : NULL, creates ? comes : goes,
                                    emit_verb(actions, creates ? "complete" : "leave", part));
        action->alters = action->late = true;
        emit_last_of(actions, action, part, creates ? action_up : action_down);
        GPtrArray *list = creates ? action->requires : action->frees;
        g_ptr_array_add(list, part);
        add_heirs(creates ? actions->new_schema : actions->old_schema, root, list);
    }
}

/* Create, drop, alter ------------------------------------------------------------------------------------------ */

/* What a CREATE makes (or a DROP takes): the node and the children that come with it. */
static void
add_with_inlined(GPtrArray *list, const Node *node)
{
    for (const Node *each = node; each != NULL; each = node_walk(node, each))
        if (each == node || node_comes_along(each))
            g_ptr_array_add(list, (gpointer)(guintptr)each);
}

/* Only what is said of it, both ways. */
static Action *
emit_bare(Actions *actions, const Node *node, bool creates)
{
    const Effect effect = {creates ? PHASE_EXPAND : PHASE_CONTRACT, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL};
    Action *action = action_add(actions, creates ? NULL : node, creates ? node : NULL, effect,
                                emit_verb(actions, creates ? "describe" : "no longer describe", node));
    Node silent = *node;
    silent.facets[FACET_COMMENT] = silent.facets[FACET_PRIVILEGES] = silent.facets[FACET_LABELS] = NULL;
    ActionAdd *away = creates ? action_down : action_up;
    emit_behind(actions, action, node, creates ? action_up : action_down);
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if ((node->kind->attrs[i].flags & ATTR_AFTER) && node->values[i] != NULL)
            away(actions, action, alter_sql(actions, node, &node->kind->attrs[i], NULL));
    emit_facet_changes(actions, action, node, &silent, away);
    g_ptr_array_add(creates ? action->creates : action->drops, (gpointer)(guintptr)node);
    return action;
}

/* What only one child of a parent can have goes from one to another: each way, given up before it is taken. */
static void
pass_on(Actions *actions, Action *action, const Node *node, const Attr *attr, bool takes)
{
    if (attr->flags & ATTR_ALONE)
        g_ptr_array_add(takes ? action->takes : action->gives,
                        arena_printf(actions->arena, "%s of %s", attr->key, node_address(node->parent)));
}

/* What a new index or key adopts, and takes along when it is dropped, is made anew where it was there on its own. */
static void
keep_adopted(Actions *actions, Action *action, const Node *node, const Schema *other,
             ActionSql *(*add)(Actions *, Action *, const char *))
{
    const Schema *own = other == actions->old_schema ? actions->new_schema : actions->old_schema;
    for (guint i = 0; own != NULL && other != NULL && node->needs != NULL && i < node->needs->len; i++) {
        const Node *adopted = node->needs->pdata[i];
        const Node *alone = node_adopter(own, adopted) == node ? schema_match(other, adopted) : NULL;
        const bool is_part = alone != NULL && ((alone->flags & NODE_DERIVED) || node_is_attached(other, alone));
        if (alone == NULL || is_part || is_root_dropped(actions, alone) ||
            lineage_differs(node_root(alone), node_root(adopted))) /* whose table leaves before it, or comes behind */
            continue;
        add(actions, action, node_define(actions->arena, alone, false).sql);
        emit_behind(actions, action, alone, add);
    }
}

static void
pass_all_on(Actions *actions, Action *action, const Node *node, bool takes)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (node->values[i] != NULL)
            pass_on(actions, action, node, &node->kind->attrs[i], takes);
}

Action *
emit_create(Actions *actions, const Node *node, Effect effect)
{
    if (node->kind->bare)
        return emit_bare(actions, node, true);
    Action *action =
        action_add(actions, NULL, node, effect, emit_verb(actions, node->parent == NULL ? "create" : "add", node));
    Definition definition = node_define(actions->arena, node, false);
    emit_definition_up(actions, action, definition);
    emit_behind(actions, action, node, action_up);
    if ((node->name != NULL || node->kind->anonymous) && !falls(actions, node))
        emit_down(actions, action, node->kind->drop, node);
    if (!falls(actions, node))
        keep_adopted(actions, action, node, actions->old_schema, action_down);
    pass_all_on(actions, action, node, true);
    add_with_inlined(action->creates, node);
    return action;
}

Action *
emit_drop(Actions *actions, const Node *node, Effect effect)
{
    if (node->kind->bare)
        return emit_bare(actions, node, false);
    Action *action = action_add(actions, node, NULL, effect, emit_verb(actions, "drop", node));
    if (!falls(actions, node))
        emit_up(actions, action, node->kind->drop, node);
    else if (node->parent == NULL)
        action->falls_with = node_whole(node);
    else if (is_root_dropped(actions, node))
        action->falls_with = node_root(node);
    else
        action->falls_with = node_forebear(actions->old_schema, node);
    if (!falls(actions, node))
        keep_adopted(actions, action, node, actions->new_schema, action_up);
    Definition definition = node_define(actions->arena, node, false);
    emit_definition_down(actions, action, definition);
    emit_behind(actions, action, node, action_down);
    pass_all_on(actions, action, node, false);
    add_with_inlined(action->drops, node);
    if ((effect.costs & COST_DATA_LOSS) && node->parent == NULL)
        action->loss = arena_printf(actions->arena, "what %s %s holds", node->kind->title, node_address(node));
    return action;
}

static char *
alter_sql(Actions *actions, const Node *to, const Attr *attr, const char *value)
{
    GString *text = g_string_new(NULL);
    template_append_value(text, attr->type, value);
    const TemplateToken more[] = {{"value", text->str}, {NULL, NULL}};
    const char *template = value == NULL && attr->reset != NULL ? attr->reset : attr->alter;
    char *sql = template_sql(actions->arena, template, to, more);
    g_string_free(text, TRUE);
    return sql;
}

/* Not where the template needs a value and there is none: what ALTER can set, it cannot always take away. */
static bool
has_alteration(const Kind *kind, const Attr *attr, const char *value)
{
    if (value == NULL && attr->reset != NULL)
        return true;
    bool empty = value == NULL && attr->alter != NULL && strstr(attr->alter, "{value}") != NULL;
    return attr->alter != NULL && (!empty || (drop_effect(kind).costs & COST_DATA_LOSS) != 0);
}

/* A way that no ALTER leads (a constraint back to NOT VALID): the object is made anew. */
static void
add_alteration(Actions *actions, Action *action, const Node *to, const Attr *attr, const char *value, ActionAdd *add)
{
    if (has_alteration(to->kind, attr, value)) {
        add(actions, action, alter_sql(actions, to, attr, value));
        return;
    }
    add(actions, action, template_sql(actions->arena, to->kind->drop, to, NULL));
    add(actions, action, node_define(actions->arena, to, false).sql);
    emit_behind(actions, action, to, add);
}

Action *
emit_attribute(Actions *actions, const Node *old_node, const Node *new_node, int index)
{
    const Attr *attr = &new_node->kind->attrs[index];
    const char *from = old_node->values[index], *to = new_node->values[index];
    Effect effect = to == NULL && attr->reset_effect.phase != PHASE_NONE ? attr->reset_effect : attr->set_effect;
    if (effect.phase == PHASE_NONE)
        effect.phase = PHASE_EXPAND;
    g_autofree char *words = g_strdelimit(g_strdup(attr->key), "_", ' ');
    const char *verb = arena_printf(actions->arena, "%s %s%s%s",
                                    to == NULL     ? "drop"
                                    : from == NULL ? "set"
                                                   : "change",
                                    words, new_node->parent == NULL ? "" : " of ",
                                    new_node->parent == NULL ? ""
                                    : new_node->name         ? new_node->name
                                                             : new_node->parent->name);
    Action *action = action_add(actions, old_node, new_node, effect, verb);
    action->alters = true;
    add_alteration(actions, action, new_node, attr, to, action_up);
    add_alteration(actions, action, old_node, attr, from, action_down);
    pass_on(actions, action, new_node, attr, to != NULL);
    return action;
}

void
emit_attributes(Actions *actions, const Node *old_node, const Node *new_node, guint64 changed)
{
    const Kind *kind = new_node->kind;
    if (changed == 0 || (kind->alter != NULL && kind->alter(old_node, new_node, changed, actions)))
        return;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if (changed & (1ull << i))
            emit_attribute(actions, old_node, new_node, (int)i);
}

char *
rename_sql(Actions *actions, const Node *node, const char *name)
{
    const TemplateToken more[] = {{"new", sql_printf(actions->arena, "%I", name)}, {NULL, NULL}};
    return template_sql(actions->arena, node->kind->rename, node, more);
}

char *
move_sql(Actions *actions, const Node *node, const char *schema)
{
    const char *what = template_sql(actions->arena, node->kind->owner, node, NULL);
    return sql_printf(actions->arena, "ALTER %s SET SCHEMA %I", what, schema);
}

void
emit_rename(Actions *actions, const Node *old_node, const Node *new_node)
{
    Effect effect = {PHASE_EXPAND, LOCK_SHARE_UPDATE_EXCLUSIVE, 0, NULL};
    Action *action = action_add(actions, old_node, new_node, effect, emit_verb(actions, "rename", old_node));
    action->alters = true;
    action_up(actions, action, rename_sql(actions, old_node, new_node->name));
    action_down(actions, action, rename_sql(actions, new_node, old_node->name));
}

Action *
emit_change(Actions *actions, const Node *old_node, const Node *new_node, Effect effect, const char *verb,
            const char *up, const char *down)
{
    Action *action = action_add(actions, old_node, new_node, effect, verb);
    action->alters = true;
    if (up != NULL)
        emit_up(actions, action, up, new_node);
    if (down != NULL)
        emit_down(actions, action, down, old_node != NULL ? old_node : new_node);
    return action;
}
