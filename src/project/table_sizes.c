#include "project/table_sizes.h"

#include "report/amount.h"
#include "yaml/document.h"
#include "yaml/scalar.h"
#include <stdlib.h>
#include <string.h>

/* Numbers of a TableSize, in the order of the file. */
static const struct {
    const char *key;
    size_t offset;
    bool bytes, may_lack; /* may_lack: 0 is not worth a word */
} FIELDS[] = {
    {"rows", offsetof(TableSize, rows), false, false},
    {"heap", offsetof(TableSize, heap), true, false},
    {"indexes", offsetof(TableSize, indexes), true, false},
    {"toast", offsetof(TableSize, toast), true, false},
    {"partitions", offsetof(TableSize, partitions), false, true},
    {"seq_scans", offsetof(TableSize, seq_scans), false, false},
    {"index_scans", offsetof(TableSize, index_scans), false, false},
};

static const char ANALYZED[] = "analyzed", TABLES[] = "tables";

static gint64 *
field_of(const TableSize *size, size_t i)
{
    return (gint64 *)(guintptr)((const char *)size + FIELDS[i].offset);
}

void
table_size_free(TableSize *size)
{
    g_free(size->analyzed);
    g_free(size);
}

static void
free_size(void *size)
{
    table_size_free(size);
}

char *
table_sizes_path(const PleatSession *session)
{
    return g_canonicalize_filename(session->config->stats, session->config->directory);
}

/* Reading -------------------------------------------------------------------------------------------------------- */

static void
read_value(TableSize *size, const DocItem *item, Problems *problems)
{
    const char *text = item->value->type == DOC_TEXT ? item->value->text : "";
    if (strcmp(item->key->text, ANALYZED) == 0) {
        g_free(size->analyzed);
        size->analyzed = g_strdup(text);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++) {
        if (strcmp(item->key->text, FIELDS[i].key) != 0)
            continue;
        const gint64 amount = amount_parse(text);
        if (amount < 0)
            problems_add(problems, item->value->place, "\"%s\" is no amount", text);
        *field_of(size, i) = amount;
        return;
    }
    problems_add(problems, item->key->place, "unknown key \"%s\"", item->key->text);
    problems_hint(problems, "pleat stats export writes the file");
}

static void
read_tables(const DocNode *tables, GHashTable *sizes, Problems *problems)
{
    for (size_t i = 0; tables != NULL && i < tables->n_items; i++) {
        const DocItem *table = &tables->items[i];
        if (table->key == NULL || table->value->type != DOC_MAPPING) {
            problems_add(problems, table->value->place, "expected a mapping, not %s", doc_type_name(table->value));
            continue;
        }
        TableSize *size = g_new0(TableSize, 1);
        size->rows = -1;
        for (size_t k = 0; k < table->value->n_items; k++)
            read_value(size, &table->value->items[k], problems);
        g_hash_table_insert(sizes, g_strdup(table->key->text), size);
    }
}

bool
table_sizes_read(const char *path, GHashTable **out, GError **error)
{
    g_autoptr(GHashTable) sizes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_size);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(GError) problem = NULL;
    g_autofree char *content = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &content, &length, &problem) &&
        !g_error_matches(problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return fail(error, PLEAT_ERROR_INPUT, "%s", problem->message);
    if (content != NULL) {
        const Document *document = document_parse(arena, g_intern_string(path), content, length, problems);
        const DocNode *root = document->root;
        read_tables(root == NULL || root->type != DOC_MAPPING ? NULL : doc_get(root, TABLES), sizes, problems);
    }
    if (!problems_raise(problems, error))
        return false;
    *out = g_steal_pointer(&sizes);
    return true;
}

/* Writing -------------------------------------------------------------------------------------------------------- */

/* Within a tenth, and both or neither nothing. */
static bool
is_near(gint64 amount, gint64 before)
{
    return (amount > 0) == (before > 0) && ABS(amount - before) <= before / 10;
}

/* A month later it is worth telling that somebody has looked again. */
static bool
is_date_near(const char *date, const char *before)
{
    enum { UP_TO_MONTH = 7 }; /* "2026-11" */
    return (date == NULL) == (before == NULL) && (date == NULL || strncmp(date, before, UP_TO_MONTH) == 0);
}

static void
append_size(GString *out, const TableSize *size, const TableSize *old)
{
    const char *separator = "";
    for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++) {
        const gint64 now = *field_of(size, i), before = old == NULL ? -1 : *field_of(old, i);
        const gint64 amount = before >= 0 && is_near(now, before) ? before : now;
        if (amount < 0 || (FIELDS[i].may_lack && amount == 0))
            continue;
        g_autofree char *text = FIELDS[i].bytes ? amount_bytes(amount) : amount_count(amount);
        g_string_append_printf(out, "%s%s: %s", separator, FIELDS[i].key, text);
        separator = ", ";
    }
    const char *analyzed = old != NULL && is_date_near(size->analyzed, old->analyzed) ? old->analyzed : size->analyzed;
    if (analyzed != NULL)
        g_string_append_printf(out, "%s%s: %s", separator, ANALYZED, analyzed);
}

static int
compare_names(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

char *
table_sizes_format(GHashTable *sizes, GHashTable *old)
{
    guint n;
    g_autofree const char **names = (const char **)g_hash_table_get_keys_as_array(sizes, &n);
    qsort(names, n, sizeof *names, compare_names);
    GString *out =
        g_string_new("# Sizes of tables where it counts, for headers of revisions: pleat stats export writes them.\n"
                     "# What has changed by less than a tenth stays as it is.\n");
    g_string_append_printf(out, "%s:%s\n", TABLES, n == 0 ? " {}" : "");
    for (guint i = 0; i < n; i++) {
        g_string_append(out, "  ");
        scalar_append_key(out, names[i]);
        g_string_append(out, ": {");
        append_size(out, g_hash_table_lookup(sizes, names[i]), g_hash_table_lookup(old, names[i]));
        g_string_append(out, "}\n");
    }
    return g_string_free(out, FALSE);
}

/* Words ---------------------------------------------------------------------------------------------------------- */

gint64
table_size_bytes(const TableSize *size)
{
    return size->heap + size->indexes + size->toast;
}

char *
table_size_words(GHashTable *sizes, const char *table)
{
    const TableSize *size = sizes == NULL ? NULL : g_hash_table_lookup(sizes, table);
    if (size == NULL)
        return NULL;
    g_autofree char *bytes = amount_bytes(table_size_bytes(size));
    g_autofree char *rows = size->rows < 0 ? NULL : amount_count(size->rows);
    return rows == NULL ? g_strdup(bytes) : g_strconcat(rows, size->rows == 1 ? " row, " : " rows, ", bytes, NULL);
}
