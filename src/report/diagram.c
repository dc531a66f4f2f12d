#include "report/diagram.h"

#include <string.h>

typedef struct {
    Diagram *diagram;
    const Schema *schema;
    GHashTable *marks; /* node -> what is said of it, as a pointer */
    GHashTable *boxes; /* key of a root -> index + 1 */
    GHashTable *drops; /* key of a root -> array of its old parts that go */
} Drawing;

static void
box_free(void *data)
{
    DiagramBox *box = data;
    g_array_unref(box->lines);
    g_free(box);
}

void
diagram_free(Diagram *diagram)
{
    g_ptr_array_unref(diagram->boxes);
    g_array_unref(diagram->arrows);
    g_free(diagram);
}

bool
diagram_box_is_shown(const DiagramBox *box)
{
    return box->mark != ' ' || box->is_near;
}

/* What is said of a node: of what comes or goes as a whole, what is said of the whole. */
static char
mark_of(const Drawing *drawing, const Node *node)
{
    for (const Node *up = node; up != NULL; up = up->parent) {
        const char mark = (char)GPOINTER_TO_INT(g_hash_table_lookup(drawing->marks, up));
        if (mark != '\0' && (up == node || mark != '~'))
            return mark;
    }
    return ' ';
}

static void
learn(Drawing *drawing, const Delta *delta)
{
    const char mark = delta->kind == DELTA_CREATE ? '+' : delta->kind == DELTA_DROP ? '-' : '~';
    Node *node = delta->new_node != NULL ? delta->new_node : delta->old_node;
    g_hash_table_insert(drawing->marks, node, GINT_TO_POINTER(mark));
    if (node->parent == NULL || mark != '-')
        return;
    const char *root = node_root(node)->key;
    GPtrArray *gone = g_hash_table_lookup(drawing->drops, root);
    if (gone == NULL) {
        gone = g_ptr_array_new();
        g_hash_table_insert(drawing->drops, (gpointer)(guintptr)root, gone);
    }
    g_ptr_array_add(gone, node);
}

/* Does a part of this look need the line? */
static bool
is_under(const Node *line, Picture picture)
{
    for (const Node *part = line->parent->first_child; part != NULL; part = part->next)
        for (guint i = 0; part->kind->picture == picture && part->needs != NULL && i < part->needs->len; i++)
            if (part->needs->pdata[i] == line)
                return true;
    return false;
}

static void
add_line(const Drawing *drawing, DiagramBox *box, const Node *node)
{
    if (node->kind->picture != PICTURE_LINE)
        return;
    const DiagramLine line = {
        .name = node->name,
        .type = node->kind->n_attrs == 0 || node->values[0] == NULL ? "" : node->values[0],
        .mark = mark_of(drawing, node),
        .is_key = is_under(node, PICTURE_KEY),
        .is_reference = is_under(node, PICTURE_REFERENCE),
    };
    g_array_append_val(box->lines, line);
}

static const GPtrArray *
drops_of(const Drawing *drawing, const Node *root)
{
    return g_hash_table_lookup(drawing->drops, root->key);
}

/* Something that belongs to it differs: an index of it, say. */
static bool
is_touched(const Drawing *drawing, const Node *root)
{
    for (const Node *part = root; part != NULL; part = node_walk(root, part))
        if (g_hash_table_contains(drawing->marks, part))
            return true;
    return drops_of(drawing, root) != NULL;
}

static void
add_box(Drawing *drawing, const Node *root)
{
    if (root->kind->picture != PICTURE_BOX || g_hash_table_contains(drawing->boxes, root->key))
        return;
    const char mark = mark_of(drawing, root);
    DiagramBox *box = g_new0(DiagramBox, 1);
    *box = (DiagramBox){
        .node = root,
        .address = node_address(root),
        .mark = mark == ' ' && is_touched(drawing, root) ? '~' : mark,
        .lines = g_array_new(FALSE, FALSE, sizeof(DiagramLine)),
    };
    for (const Node *part = root->first_child; part != NULL; part = part->next)
        add_line(drawing, box, part);
    const GPtrArray *gone = drops_of(drawing, root);
    for (guint i = 0; gone != NULL && i < gone->len; i++)
        add_line(drawing, box, gone->pdata[i]);
    g_ptr_array_add(drawing->diagram->boxes, box);
    drawing->diagram->touched += box->mark != ' ';
    g_hash_table_insert(drawing->boxes, (gpointer)(guintptr)root->key, GUINT_TO_POINTER(drawing->diagram->boxes->len));
}

static guint
box_of(const Drawing *drawing, const Node *root)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(drawing->boxes, root->key));
}

/* The root that a reference leads to: its own where it needs no other. */
static const Node *
target_of(const Node *reference)
{
    const Node *own = node_root(reference);
    for (guint i = 0; reference->needs != NULL && i < reference->needs->len; i++) {
        const Node *root = node_root(reference->needs->pdata[i]);
        if (root != own && root->kind->picture == PICTURE_BOX)
            return root;
    }
    return own;
}

static void
add_arrow(Drawing *drawing, const Node *node)
{
    if (node->kind->picture != PICTURE_REFERENCE)
        return;
    const guint from = box_of(drawing, node_root(node)), to = box_of(drawing, target_of(node));
    if (from == 0 || to == 0)
        return;
    const DiagramArrow arrow = {from - 1, to - 1, node->name, mark_of(drawing, node)};
    g_array_append_val(drawing->diagram->arrows, arrow);
}

static void
add_arrows(Drawing *drawing, const DiagramBox *box)
{
    for (const Node *part = box->node->first_child; part != NULL; part = part->next)
        add_arrow(drawing, part);
    const GPtrArray *gone = drops_of(drawing, box->node);
    for (guint i = 0; gone != NULL && i < gone->len; i++)
        add_arrow(drawing, gone->pdata[i]);
}

static void
find_neighbours(const Diagram *diagram)
{
    for (guint i = 0; i < diagram->arrows->len; i++) {
        const DiagramArrow *arrow = &g_array_index(diagram->arrows, DiagramArrow, i);
        DiagramBox *from = diagram->boxes->pdata[arrow->from], *to = diagram->boxes->pdata[arrow->to];
        from->is_near = from->is_near || (from->mark == ' ' && to->mark != ' ');
        to->is_near = to->is_near || (to->mark == ' ' && from->mark != ' ');
    }
}

Diagram *
diagram_new(const Schema *new_schema, GArray *deltas)
{
    Diagram *diagram = g_new0(Diagram, 1);
    diagram->boxes = g_ptr_array_new_with_free_func(box_free);
    diagram->arrows = g_array_new(FALSE, FALSE, sizeof(DiagramArrow));
    g_autoptr(GHashTable) marks = g_hash_table_new(NULL, NULL), boxes = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) drops =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    Drawing drawing = {diagram, new_schema, marks, boxes, drops};
    for (guint i = 0; i < deltas->len; i++)
        learn(&drawing, &g_array_index(deltas, Delta, i));
    for (guint i = 0; i < new_schema->roots->len; i++)
        add_box(&drawing, new_schema->roots->pdata[i]);
    for (guint i = 0; i < deltas->len; i++)
        if (g_array_index(deltas, Delta, i).kind == DELTA_DROP)
            add_box(&drawing, node_root(g_array_index(deltas, Delta, i).old_node));
    for (guint i = 0; i < diagram->boxes->len; i++)
        add_arrows(&drawing, diagram->boxes->pdata[i]);
    find_neighbours(diagram);
    return diagram;
}
