#include "report/diff_document.h"

#include "report/diff_details.h"

static const char *const CHANGES[N_DELTA_KINDS] = {"create", "drop", "alter", "rename"};

/* The first digits of a hash over texts (NULL: not there), in which no two lists of texts are alike: arena text. */
static const char *
hash_texts(Arena *arena, const char *const *texts, size_t count)
{
    enum { DIGITS = 16 };
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t i = 0; i < count; i++) {
        g_checksum_update(checksum, (const guchar *)(texts[i] == NULL ? "-" : "+"), 1);
        if (texts[i] != NULL)
            g_checksum_update(checksum, (const guchar *)texts[i], -1);
        g_checksum_update(checksum, (const guchar *)"", 1);
    }
    return arena_strndup(arena, g_checksum_get_string(checksum), DIGITS);
}

/* What happens to which object: the same on every day and machine, whatever else changes and to which value. */
static const char *
change_id(Arena *arena, const Delta *delta)
{
    const char *const texts[] = {CHANGES[delta->kind], delta->old_node == NULL ? NULL : delta->old_node->key,
                                 delta->new_node == NULL ? NULL : delta->new_node->key};
    return hash_texts(arena, texts, G_N_ELEMENTS(texts));
}

static void
write_place(Record *record, Place place)
{
    record_text(record, "file", place.file);
    if (place.file == NULL || place.line <= 0)
        record_null(record, "line");
    else
        record_integer(record, "line", place.line);
}

static void
write_details(Record *record, const GArray *details)
{
    record_open_list(record, "details");
    for (guint i = 0; i < details->len; i++) {
        const DiffDetail *detail = &g_array_index(details, DiffDetail, i);
        record_open(record, NULL);
        record_text(record, "key", detail->key);
        record_text(record, "of", detail->of);
        record_text(record, "old", detail->was);
        record_text(record, "new", detail->is);
        record_close(record);
    }
    record_close(record);
}

/* What identifies a node. */
static void
write_node(Record *record, const Node *node)
{
    record_text(record, "kind", node->kind->name);
    record_text(record, "name", node->name);
    record_text(record, "address", node_address(node));
}

static void
add_texts(GPtrArray *texts, const GArray *details)
{
    for (guint i = 0; i < details->len; i++) {
        const DiffDetail *detail = &g_array_index(details, DiffDetail, i);
        g_ptr_array_add(texts, (gpointer)(guintptr)detail->key);
        g_ptr_array_add(texts, (gpointer)(guintptr)detail->of);
        g_ptr_array_add(texts, (gpointer)(guintptr)detail->was);
        g_ptr_array_add(texts, (gpointer)(guintptr)detail->is);
    }
}

/* A node that comes or goes, and each that stands in it. */
static void
write_parts(Record *record, Arena *arena, const Node *node, GPtrArray *texts)
{
    g_autoptr(GPtrArray) parts = diff_parts(node);
    record_open_list(record, "parts");
    for (guint i = 0; i < parts->len; i++) {
        const Node *part = parts->pdata[i];
        g_autofree char *leaf = diff_leaf(part);
        g_autoptr(GArray) details = diff_details_of(arena, part);
        record_open(record, NULL);
        write_node(record, part);
        record_text(record, "definition", *leaf == '\0' ? NULL : leaf);
        write_place(record, diff_place(part, NULL));
        write_details(record, details);
        record_close(record);
        g_ptr_array_add(texts, (gpointer)(guintptr)part->key);
        g_ptr_array_add(texts, arena_strdup(arena, leaf));
        add_texts(texts, details);
    }
    record_close(record);
}

static void
write_change(Record *record, Arena *arena, const Delta *delta)
{
    const Node *node = diff_node(delta), *root = node_root(node);
    bool whole = delta->kind == DELTA_CREATE || delta->kind == DELTA_DROP;
    const char *id = change_id(arena, delta);
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    g_autoptr(GArray) details = diff_details(arena, delta);
    g_ptr_array_add(texts, (gpointer)(guintptr)id);
    record_open(record, NULL);
    record_text(record, "id", id);
    record_text(record, "change", CHANGES[delta->kind]);
    write_node(record, node);
    record_open(record, "object");
    write_node(record, root);
    record_close(record);
    write_place(record, diff_place(node, delta->old_node));
    write_details(record, details);
    add_texts(texts, details);
    if (whole) {
        write_parts(record, arena, node, texts);
    } else {
        record_open_list(record, "parts");
        record_close(record);
    }
    record_text(record, "fingerprint", hash_texts(arena, (const char *const *)texts->pdata, texts->len));
    record_close(record);
}

static void
write_counts(Record *record, const GArray *deltas)
{
    gint64 counts[N_DELTA_KINDS] = {0};
    for (guint i = 0; i < deltas->len; i++)
        counts[g_array_index(deltas, Delta, i).kind]++;
    record_open(record, "counts");
    for (DeltaKind kind = 0; kind < N_DELTA_KINDS; kind++)
        record_integer(record, CHANGES[kind], counts[kind]);
    record_close(record);
}

void
diff_write_changes(Record *record, const GArray *deltas)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GPtrArray) groups = diff_groups(deltas);
    write_counts(record, deltas);
    record_open_list(record, "changes");
    for (guint i = 0; i < groups->len; i++) {
        const DiffGroup *group = groups->pdata[i];
        for (guint k = 0; k < group->deltas->len; k++)
            write_change(record, arena, group->deltas->pdata[k]);
    }
    record_close(record);
}

char *
diff_document(const GArray *deltas, const char *from, const char *to)
{
    g_autoptr(Record) record = record_new();
    record_text(record, "from", from);
    record_text(record, "to", to);
    diff_write_changes(record, deltas);
    return record_document(record);
}
