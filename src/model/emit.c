#include "model/emit.h"

#include "model/labels.h"
#include "model/lineage.h"
#include "model/privileges.h"
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

/* Of a declaration as it was written: the schema that its unqualified names mean. NULL: all are qualified. */
static const char *
path_of(const Node *node)
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
        definition.search_path = path_of(node);
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

/* Facets ------------------------------------------------------------------------------------------------------- */

/* Where nothing is said; see catalog/comments.sql. */
static const char *
usual_comment(const Node *node)
{
    return privileges_from_initdb(node) ? "standard public schema" : NULL;
}

/* Of what has just been made: that initdb's one has a comment does not make another one have it. */
static const char *
first_comment(const Node *node)
{
    return usual_comment(node) != NULL ? "" : NULL;
}

static void
add_comment(Actions *actions, GPtrArray *out, const Node *node, const char *from, const char *to)
{
    if (node->kind->identify == NULL || g_strcmp0(from, to) == 0)
        return;
    const char *what = template_sql(actions->arena, node->kind->identify, node, NULL);
    const char *text = to != NULL ? to : usual_comment(node);
    g_ptr_array_add(out, sql_printf(actions->arena, "COMMENT ON %s IS %L", what, text));
}

static const char *
shared_owner(const Node *node)
{
    return node == NULL || node->kind->shares_owner == NULL ? NULL : node->kind->shares_owner(node);
}

static void
add_owner(Actions *actions, GPtrArray *out, const Node *node, const char *from, const char *to)
{
    if (node->kind->owner == NULL || to == NULL || g_strcmp0(from, to) == 0)
        return;
    const char *what = template_sql(actions->arena, node->kind->owner, node, NULL);
    g_ptr_array_add(out, sql_printf(actions->arena, "ALTER %s OWNER TO %I", what, to));
}

/* The statements that lead from one node's facets (NULL: those that a new object has) to another's. */
static GPtrArray *
facet_statements(Actions *actions, const Node *from, const Node *to)
{
    GPtrArray *out = g_ptr_array_new();
    const char *none[N_FACETS] = {NULL};
    const char *const *was = from == NULL ? none : (const char *const *)from->facets;
    const char *shared = shared_owner(to);
    if (shared == NULL || g_strcmp0(shared_owner(from), shared) != 0)
        add_owner(actions, out, to, was[FACET_OWNER], to->facets[FACET_OWNER]);
    bool made_again = from == NULL && privileges_from_initdb(to);
    if (to->kind->grant_on != NULL &&
        (made_again || g_strcmp0(was[FACET_PRIVILEGES], to->facets[FACET_PRIVILEGES]) != 0)) {
        g_autoptr(GPtrArray) grants = privileges_statements(actions->arena, from, to);
        g_ptr_array_extend(out, grants, NULL, NULL);
    }
    g_autoptr(GPtrArray) labels = labels_statements(actions->arena, from, to);
    g_ptr_array_extend(out, labels, NULL, NULL);
    add_comment(actions, out, to, from == NULL ? first_comment(to) : was[FACET_COMMENT], to->facets[FACET_COMMENT]);
    return out;
}

/* On the way forth the old default privileges are what a new object is made under, and those that were new in the
 * expand phase where it is made in the contract phase (emit_undo_new_defaults); on the way back it may be either. */
static void
undo_defaults(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    const Schema *old = actions->old_schema, *new = add == action_down ? actions->new_schema : NULL;
    g_autoptr(GPtrArray) statements = privileges_undo_defaults(actions->arena, old, NULL, node);
    g_autoptr(GPtrArray) others = privileges_undo_defaults(actions->arena, new, old, node);
    g_ptr_array_extend(statements, others, NULL, NULL);
    for (guint i = 0; i < statements->len; i++)
        add(actions, action, statements->pdata[i]);
}

void
emit_undo_new_defaults(Actions *actions)
{
    for (guint i = 0; i < actions->list->len; i++) {
        Action *action = actions->list->pdata[i];
        for (guint k = 0; action->effect.phase == PHASE_CONTRACT && k < action->creates->len; k++) {
            const Node *node = action->creates->pdata[k];
            if (node->kind->grant_on == NULL)
                continue;
            g_autoptr(GPtrArray) statements =
                privileges_undo_defaults(actions->arena, actions->new_schema, actions->old_schema, node);
            for (guint s = 0; s < statements->len; s++)
                action_up(actions, action, statements->pdata[s]);
        }
    }
}

void
emit_facet_changes(Actions *actions, Action *action, const Node *from, const Node *to, ActionAdd *add)
{
    g_autoptr(GPtrArray) statements = facet_statements(actions, from, to);
    for (guint i = 0; i < statements->len; i++)
        add(actions, action, statements->pdata[i])->search_path = path_of(to);
    if (from == NULL && to->kind->grant_on != NULL)
        undo_defaults(actions, action, to, add);
}

static bool
has_child_of(const Node *node, const Kind *kind)
{
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if (child->kind == kind)
            return true;
    return false;
}

/* What comes with a node and is no node of its own, for nothing is said of it. */
static void
undo_defaults_of_silent(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        if (kind->comes_silently == NULL || !kind_has_parent(kind, node->kind) || has_child_of(node, kind) ||
            !kind->comes_silently(node))
            continue;
        Node silent = {.kind = kind, .parent = (Node *)(guintptr)node};
        silent.values = arena_new_array(actions->arena, const char *, kind->n_attrs);
        silent.facets[FACET_OWNER] = node_root(node)->facets[FACET_OWNER];
        kind->complete(&silent, actions->arena);
        undo_defaults(actions, action, &silent, add);
    }
}

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
        emit_facet_changes(actions, action, NULL, each, add);
        undo_defaults_of_silent(actions, action, each, add);
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

/* Does a change of privileges take something away from somebody? Then it waits until the old application is gone. */
static bool
is_revoke(GPtrArray *statements)
{
    for (guint i = 0; i < statements->len; i++)
        if (g_str_has_prefix(statements->pdata[i], "REVOKE"))
            return true;
    return false;
}

char *
owner_token(Actions *actions, const Node *node)
{
    return arena_printf(actions->arena, "owner of %s", node->key);
}

/* The columns on which something is granted are there while the privileges on their table change, both ways. */
static void
wait_for_columns(const Node *node, const Node *other, GPtrArray *list)
{
    for (Node *child = node->first_child; child != NULL; child = child->next)
        if (child->kind->grants_column && !child->kind->bare && child->facets[FACET_PRIVILEGES] != NULL &&
            node_child(other, child->kind->name, child->name) == NULL)
            g_ptr_array_add(list, child);
}

static const char *
facet_verb(const char *statement)
{
    return g_str_has_prefix(statement, "COMMENT")    ? "change comment"
           : g_str_has_prefix(statement, "SECURITY") ? "change security labels"
           : g_str_has_prefix(statement, "ALTER") && !g_str_has_prefix(statement, "ALTER DEFAULT PRIVILEGES")
               ? "change owner"
               : "change privileges";
}

static const char *
facets_verb(GPtrArray *statements)
{
    const char *verb = facet_verb(statements->pdata[0]);
    for (guint i = 1; i < statements->len; i++)
        if (facet_verb(statements->pdata[i]) != verb)
            return "change comment, owner, privileges or labels";
    return verb;
}

void
emit_facets(Actions *actions, const Node *old_node, const Node *new_node)
{
    g_autoptr(GPtrArray) up = facet_statements(actions, old_node, new_node);
    if (up->len == 0)
        return;
    g_autoptr(GPtrArray) down = facet_statements(actions, new_node, old_node);
    Effect effect = {.phase = PHASE_EXPAND};
    if (is_revoke(up))
        effect = (Effect){.phase = PHASE_CONTRACT, .reason = "the old application may need what is revoked"};
    Action *action = action_add(actions, old_node, new_node, effect, facets_verb(up));
    action->alters = true;
    if (shared_owner(old_node) != NULL)
        g_ptr_array_add(action->takes, owner_token(actions, old_node));
    if (is_revoke(up) || is_revoke(down)) {
        wait_for_columns(new_node, old_node, action->requires);
        wait_for_columns(old_node, new_node, action->frees);
    }
    for (guint i = 0; i < up->len; i++)
        action_up(actions, action, up->pdata[i]);
    for (guint i = 0; i < down->len; i++)
        action_down(actions, action, down->pdata[i]);
}

/* Create, drop, alter ------------------------------------------------------------------------------------------ */

/* An attached index or key lives as long as what it is attached to, unless its table leaves the one above. */
static bool
falls_with_forebear(const Actions *actions, const Node *node)
{
    bool old = node->parent != NULL && schema_match(actions->old_schema, node) == node;
    const Schema *own = old ? actions->old_schema : actions->new_schema;
    const Schema *other = old ? actions->new_schema : actions->old_schema;
    if (node->parent == NULL || other == NULL || !node_is_attached(own, node))
        return false;
    const Node *match = schema_match(other, node_root(node));
    return match == NULL || !lineage_differs(match, node_root(node));
}

typedef bool RootTest(const Actions *actions, const Node *node);

/* Does it hold on to something else that the same plan makes (drops), and that the way back (forth) may drop before its
 * table? */
static bool
needs_other_root(const Actions *actions, const Node *node, RootTest *test)
{
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        const Node *root = node_root(node->needs->pdata[i]);
        if (root != node_root(node) && test(actions, root))
            return true;
    }
    return false;
}

/* Rules and policies of two tables may name each other's: such a one does not wait for its table. */
static bool
goes_with_root(const Actions *actions, const Node *node)
{
    bool names_others = node->kind->on_alter == DEPENDANT_RECREATE;
    return is_root_dropped(actions, node) && !(names_others && needs_other_root(actions, node, is_root_dropped));
}

/* Is one of two versions of a node dropped, and the other made? */
static bool
is_made_anew(const Node *one, const Node *other)
{
    for (size_t i = 0; i < one->kind->n_attrs; i++)
        if (one->kind->attrs[i].alter == NULL && g_strcmp0(one->values[i], other->values[i]) != 0)
            return true;
    return false;
}

static bool
is_root_made_anew(const Actions *actions, const Node *node)
{
    const Node *old_root = actions->old_schema == NULL ? NULL : schema_match(actions->old_schema, node_root(node));
    const Node *new_root = schema_match(actions->new_schema, node_root(node));
    return old_root != NULL && new_root != NULL && is_made_anew(old_root, new_root);
}

/* Does it come with its new root, and go with it on the way back? What waits for other roots must make room for them.
 */
static bool
comes_with_root(const Actions *actions, const Node *node)
{
    return is_root_new(actions, node) && !needs_other_root(actions, node, is_root_new) &&
           !needs_other_root(actions, node, is_root_made_anew);
}

/* A type takes its own functions along. */
static bool
falls_with_whole(const Actions *actions, const Node *node)
{
    const Node *whole = node_whole(node);
    if (whole == NULL)
        return false;
    bool old = schema_match(actions->old_schema, node) == node;
    const Schema *other = old ? actions->new_schema : actions->old_schema;
    const Node *twin = schema_match(other, whole), *own = schema_match(other, node);
    return twin == NULL || (own != NULL && node_whole(own) == twin) || is_made_anew(whole, twin);
}

bool
falls(const Actions *actions, const Node *node)
{
    if (node->parent == NULL)
        return falls_with_whole(actions, node);
    bool root_goes = goes_with_root(actions, node) || comes_with_root(actions, node);
    bool with_root = root_goes && !node->kind->outlives_drop && !(node->flags & NODE_SEPARATE);
    return with_root || falls_with_forebear(actions, node);
}

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
        const Node *alone =
            node_is_attached(own, adopted) && node_forebear(own, adopted) == node ? schema_match(other, adopted) : NULL;
        if (alone == NULL || node_is_attached(other, alone) || is_root_dropped(actions, alone))
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
