#include "model/store.h"

#include <string.h>

/*
 * Layout: a magic line with pleat's version, then records of fields; a field is its length and a colon before its
 * bytes, "-" for NULL, ended by "\n". Nodes come parents first with the index of their parent; edges are pairs of
 * indexes. The last record is "end", so that a file that was cut short is not taken for a whole one.
 */
static const char MAGIC[] = "pleat schema " PLEAT_VERSION " 1\n";

static void
put(GString *out, const char *field)
{
    if (field == NULL)
        g_string_append(out, "-\n");
    else
        g_string_append_printf(out, "%zu:%s\n", strlen(field), field);
}

static void
put_number(GString *out, gint64 number)
{
    g_string_append_printf(out, "%" G_GINT64_FORMAT "\n", number);
}

typedef struct {
    GString *out;
    GHashTable *indexes; /* Node -> index + 1 */
} Writer;

static void
put_node(Node *node, void *data)
{
    Writer *writer = data;
    gint64 parent = GPOINTER_TO_INT(g_hash_table_lookup(writer->indexes, node->parent)) - 1;
    g_hash_table_insert(writer->indexes, node, GINT_TO_POINTER((int)g_hash_table_size(writer->indexes) + 1));
    put(writer->out, node->kind->name);
    put_number(writer->out, parent);
    put(writer->out, node->schema);
    put(writer->out, node->name);
    put(writer->out, node->signature);
    put(writer->out, node->declared_key);
    put_number(writer->out, node->flags);
    for (Facet facet = 0; facet < N_FACETS; facet++)
        put(writer->out, node->facets[facet]);
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        put(writer->out, node->values[i]);
}

static void
put_edges(Node *node, void *data)
{
    Writer *writer = data;
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++) {
        put_number(writer->out, GPOINTER_TO_INT(g_hash_table_lookup(writer->indexes, node)) - 1);
        put_number(writer->out, GPOINTER_TO_INT(g_hash_table_lookup(writer->indexes, node->needs->pdata[i])) - 1);
    }
}

GBytes *
schema_store(const Schema *schema, const char *const *notes)
{
    g_autoptr(GHashTable) indexes = g_hash_table_new(NULL, NULL);
    Writer writer = {g_string_new(MAGIC), indexes};
    put_number(writer.out, schema->major);
    put_number(writer.out, g_strv_length((char **)(guintptr)notes));
    for (const char *const *note = notes; *note != NULL; note++)
        put(writer.out, *note);
    put_number(writer.out, g_hash_table_size(schema->by_key));
    schema_visit(schema, put_node, &writer);
    schema_visit(schema, put_edges, &writer);
    g_string_append(writer.out, "end\n");
    return g_string_free_to_bytes(writer.out);
}

typedef struct {
    const char *at, *end;
    Arena *arena;
    bool broken;
} Reader;

static gint64
get_number(Reader *reader)
{
    char *behind;
    gint64 number = g_ascii_strtoll(reader->at, &behind, 10);
    if (behind == reader->at || behind >= reader->end || *behind != '\n') {
        reader->broken = true;
        return 0;
    }
    reader->at = behind + 1;
    return number;
}

static const char *
get(Reader *reader)
{
    if (reader->broken || reader->at >= reader->end)
        return NULL;
    if (reader->at[0] == '-') {
        reader->at += 2;
        return NULL;
    }
    char *behind;
    guint64 length = g_ascii_strtoull(reader->at, &behind, 10);
    if (*behind != ':' || length >= (guint64)(reader->end - behind - 1)) {
        reader->broken = true;
        return NULL;
    }
    const char *text = arena_strndup(reader->arena, behind + 1, length);
    reader->at = behind + 1 + length + 1;
    return text;
}

static Node *
get_node(Reader *reader, Schema *schema, GPtrArray *nodes)
{
    const char *kind_name = get(reader);
    const Kind *kind = kind_name == NULL ? NULL : kind_find(kind_name);
    gint64 parent = get_number(reader);
    if (kind == NULL || reader->broken || parent >= (gint64)nodes->len)
        return NULL;
    Node *node = arena_new_one(schema->arena, Node);
    node->kind = kind;
    node->schema = get(reader);
    node->name = get(reader);
    node->signature = get(reader);
    node->declared_key = get(reader);
    node->flags = (unsigned)get_number(reader);
    for (Facet facet = 0; facet < N_FACETS; facet++)
        node->facets[facet] = get(reader);
    node->values = kind->n_attrs == 0 ? NULL : arena_new_array(schema->arena, const char *, kind->n_attrs);
    for (size_t i = 0; i < kind->n_attrs; i++)
        node->values[i] = get(reader);
    bool added = !reader->broken && schema_add(schema, parent < 0 ? NULL : nodes->pdata[parent], node, NULL);
    return added ? node : NULL;
}

static bool
get_edges(Reader *reader, GPtrArray *nodes)
{
    while (!reader->broken && reader->at < reader->end && *reader->at != 'e') {
        gint64 node = get_number(reader), on = get_number(reader);
        if (reader->broken || node < 0 || on < 0 || node >= (gint64)nodes->len || on >= (gint64)nodes->len)
            return false;
        node_add_need(nodes->pdata[node], nodes->pdata[on]);
    }
    return reader->end - reader->at == strlen("end\n") && memcmp(reader->at, "end\n", 4) == 0;
}

static const char *const *
get_notes(Reader *reader)
{
    gint64 count = get_number(reader);
    if (reader->broken || count < 0 || count > reader->end - reader->at)
        return NULL;
    const char **notes = arena_new_array(reader->arena, const char *, (size_t)count + 1);
    for (gint64 i = 0; i < count; i++)
        notes[i] = get(reader);
    return notes;
}

Schema *
schema_restore(GBytes *bytes, const char *const **notes)
{
    size_t size;
    const char *text = g_bytes_get_data(bytes, &size);
    if (size < strlen(MAGIC) || memcmp(text, MAGIC, strlen(MAGIC)) != 0)
        return NULL;
    g_autoptr(Schema) schema = schema_new(0);
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    Reader reader = {text + strlen(MAGIC), text + size, schema->arena, false};
    schema->major = (int)get_number(&reader);
    schema->has_edges = true;
    const char *const *kept = get_notes(&reader);
    for (gint64 left = get_number(&reader); left > 0; left--) {
        Node *node = get_node(&reader, schema, nodes);
        if (node == NULL)
            return NULL;
        g_ptr_array_add(nodes, node);
    }
    if (kept == NULL || !get_edges(&reader, nodes))
        return NULL;
    if (notes != NULL)
        *notes = kept;
    return g_steal_pointer(&schema);
}

char *
node_fingerprint(const Node *node)
{
    g_autoptr(GString) text = g_string_new(NULL);
    put(text, node->name == NULL && node->parent != NULL ? node->parent->key : node->key);
    put(text, node->leaf);
    put(text, node->text);
    put(text, node->path_schema);
    put_number(text, node->flags);
    for (Facet facet = 0; facet < N_FACETS; facet++)
        put(text, node->facets[facet]);
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        put(text, node->values[i]);
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
    return g_strndup(hash, 16);
}
