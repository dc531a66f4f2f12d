/* Comments, owners, privileges and security labels, as statements. */
#include "model/emit_private.h"

#include "model/labels.h"
#include "model/members.h"
#include "model/privileges.h"
#include "sql/format.h"

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
    if (to->kind->grant_on != NULL && (made_again || privileges_change_hands(from, to) ||
                                       g_strcmp0(was[FACET_PRIVILEGES], to->facets[FACET_PRIVILEGES]) != 0)) {
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
    g_autoptr(GPtrArray) statements = privileges_undo_defaults(actions->arena, old, NULL, node, false);
    g_autoptr(GPtrArray) others = privileges_undo_defaults(actions->arena, new, old, node, false);
    g_ptr_array_extend(statements, others, NULL, NULL);
    for (guint i = 0; i < statements->len; i++)
        add(actions, action, statements->pdata[i]);
}

static void
undo_defaults_of_members(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    const Schema *old = actions->old_schema, *new = add == action_down ? actions->new_schema : NULL;
    const char *statement = members_undo_defaults(actions->arena, old, NULL, node);
    if (statement == NULL)
        statement = members_undo_defaults(actions->arena, new, old, node);
    if (statement != NULL)
        add(actions, action, statement);
}

void
emit_undo_new_defaults(Actions *actions)
{
    for (guint i = 0; i < actions->list->len; i++) {
        Action *action = actions->list->pdata[i];
        for (guint k = 0; action->effect.phase == PHASE_CONTRACT && k < action->creates->len; k++) {
            const Node *node = action->creates->pdata[k];
            const char *of_members =
                members_undo_defaults(actions->arena, actions->new_schema, actions->old_schema, node);
            if (of_members != NULL)
                action_up(actions, action, of_members);
            if (node->kind->grant_on == NULL)
                continue;
            g_autoptr(GPtrArray) statements =
                privileges_undo_defaults(actions->arena, actions->new_schema, actions->old_schema, node, true);
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
        add(actions, action, statements->pdata[i])->search_path = emit_path_of(to);
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

Node *
emit_silent(Arena *arena, const Node *node, const Kind *kind)
{
    if (kind->comes_silently == NULL || !kind_has_parent(kind, node->kind) || has_child_of(node, kind) ||
        !kind->comes_silently(node))
        return NULL;
    Node *silent = arena_new_one(arena, Node);
    *silent = (Node){.kind = kind, .parent = (Node *)(guintptr)node};
    silent->values = arena_new_array(arena, const char *, kind->n_attrs);
    silent->facets[FACET_OWNER] = node_root(node)->facets[FACET_OWNER];
    kind->complete(silent, arena);
    return silent;
}

static void
undo_defaults_of_silent(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Node *silent = emit_silent(actions->arena, node, kinds_all[i]);
        if (silent != NULL)
            undo_defaults(actions, action, silent, add);
    }
}

void
emit_first_facets(Actions *actions, Action *action, const Node *node, ActionAdd *add)
{
    emit_facet_changes(actions, action, NULL, node, add);
    undo_defaults_of_silent(actions, action, node, add);
    undo_defaults_of_members(actions, action, node, add);
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
    if (is_revoke(up) || is_revoke(down) || privileges_change_hands(old_node, new_node)) {
        wait_for_columns(new_node, old_node, action->requires);
        wait_for_columns(old_node, new_node, action->frees);
    }
    for (guint i = 0; i < up->len; i++)
        action_up(actions, action, up->pdata[i]);
    for (guint i = 0; i < down->len; i++)
        action_down(actions, action, down->pdata[i]);
}
