#include "fake/subject.h"

#include "fake/embedded.h"
#include "sql/format.h"
#include <stdlib.h>
#include <string.h>

/* A result whose columns are asked for by name. */
static const char *
text_of(const PGresult *result, int row, const char *column)
{
    return PQgetvalue(result, row, PQfnumber(result, column));
}

static char *
kept(const Subject *subject, const PGresult *result, int row, const char *column)
{
    const int number = PQfnumber(result, column);
    return PQgetisnull(result, row, number) ? NULL : arena_strdup(subject->arena, PQgetvalue(result, row, number));
}

static guint
oid_of(const PGresult *result, int row, const char *column)
{
    return (guint)strtoul(text_of(result, row, column), NULL, 10);
}

static bool
bool_of(const PGresult *result, int row, const char *column)
{
    return text_of(result, row, column)[0] == 't';
}

static FakeTable *
find_table(const Subject *subject, guint oid)
{
    return g_hash_table_lookup(subject->relations, GUINT_TO_POINTER(oid));
}

static FakeType *
find_type(const Subject *subject, guint oid)
{
    return g_hash_table_lookup(subject->types, GUINT_TO_POINTER(oid));
}

/* The rows from first on that have the same value in a column; rows of one owner stand together. */
static int
count_alike(const PGresult *result, int first, const char *column)
{
    int row = first;
    while (row < PQntuples(result) && strcmp(text_of(result, row, column), text_of(result, first, column)) == 0)
        row++;
    return row - first;
}

static void
read_tables(Subject *subject, const PGresult *result)
{
    subject->n_tables = (size_t)PQntuples(result);
    subject->tables = arena_new_array(subject->arena, FakeTable, subject->n_tables);
    for (int row = 0; row < PQntuples(result); row++) {
        FakeTable *table = &subject->tables[row];
        table->number = (size_t)row;
        table->oid = oid_of(result, row, "oid");
        table->schema = kept(subject, result, row, "nspname");
        table->name = kept(subject, result, row, "relname");
        table->sql = sql_printf(subject->arena, "%I.%I", table->schema, table->name);
        table->relkind = text_of(result, row, "relkind")[0];
        table->root = oid_of(result, row, "root");
        table->bound = kept(subject, result, row, "bound");
        g_hash_table_insert(subject->relations, GUINT_TO_POINTER(table->oid), table);
    }
}

static void
read_types(Subject *subject, const PGresult *result)
{
    for (int row = 0; row < PQntuples(result); row++) {
        FakeType *type = arena_new_one(subject->arena, FakeType);
        type->oid = oid_of(result, row, "oid");
        type->name = kept(subject, result, row, "name");
        type->plain = kept(subject, result, row, "typname");
        type->form = text_of(result, row, "typtype")[0];
        type->category = text_of(result, row, "typcategory")[0];
        type->relation = oid_of(result, row, "typrelid");
        type->typmod = (int)strtol(text_of(result, row, "typtypmod"), NULL, 10);
        type->not_null = bool_of(result, row, "typnotnull");
        g_hash_table_insert(subject->types, GUINT_TO_POINTER(type->oid), type);
    }
    for (int row = 0; row < PQntuples(result); row++)
        find_type(subject, oid_of(result, row, "oid"))->part = find_type(subject, oid_of(result, row, "part"));
}

static void
read_labels(Subject *subject, const PGresult *result)
{
    for (int row = 0, count; row < PQntuples(result); row += count) {
        count = count_alike(result, row, "enumtypid");
        FakeType *type = find_type(subject, oid_of(result, row, "enumtypid"));
        if (type == NULL)
            continue;
        type->labels.texts = arena_new_array(subject->arena, const char *, (size_t)count);
        for (int i = 0; i < count; i++)
            type->labels.texts[type->labels.count++] = kept(subject, result, row + i, "enumlabel");
    }
}

static FakeColumn *
read_columns_of_one(Subject *subject, const PGresult *result, int first, int count)
{
    FakeColumn *columns = arena_new_array(subject->arena, FakeColumn, (size_t)count);
    for (int i = 0; i < count; i++) {
        const int row = first + i;
        columns[i] = (FakeColumn){
            .name = kept(subject, result, row, "attname"),
            .type = find_type(subject, oid_of(result, row, "atttypid")),
            .number = (int)strtol(text_of(result, row, "attnum"), NULL, 10),
            .typmod = (int)strtol(text_of(result, row, "atttypmod"), NULL, 10),
            .not_null = bool_of(result, row, "attnotnull"),
            .generated = text_of(result, row, "attgenerated")[0] != '\0',
            .sequence = kept(subject, result, row, "sequence"),
        };
    }
    return columns;
}

static void
read_columns(Subject *subject, const PGresult *result)
{
    g_autoptr(GHashTable) rows = g_hash_table_new(NULL, NULL);
    for (int row = 0, count; row < PQntuples(result); row += count) {
        count = count_alike(result, row, "attrelid");
        const guint oid = oid_of(result, row, "attrelid");
        g_hash_table_insert(rows, GUINT_TO_POINTER(oid), GINT_TO_POINTER(row + 1));
        FakeTable *table = find_table(subject, oid);
        if (table == NULL)
            continue;
        table->columns = read_columns_of_one(subject, result, row, count);
        table->n_columns = (size_t)count;
    }
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, subject->types);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        FakeType *type = value;
        const int row = GPOINTER_TO_INT(g_hash_table_lookup(rows, GUINT_TO_POINTER(type->relation))) - 1;
        if (type->relation == 0 || row < 0)
            continue;
        type->n_fields = (size_t)count_alike(result, row, "attrelid");
        type->fields = read_columns_of_one(subject, result, row, (int)type->n_fields);
    }
}

static void
read_checks(Subject *subject, const PGresult *result)
{
    for (int row = 0, count; row < PQntuples(result); row += count) {
        FakeTable *table = find_table(subject, oid_of(result, row, "conrelid"));
        FakeType *type = find_type(subject, oid_of(result, row, "contypid"));
        count = count_alike(result, row, oid_of(result, row, "conrelid") != 0 ? "conrelid" : "contypid");
        if (table == NULL && type == NULL)
            continue;
        FakeCheck *checks = arena_new_array(subject->arena, FakeCheck, (size_t)count);
        for (int i = 0; i < count; i++)
            checks[i] = (FakeCheck){.name = kept(subject, result, row + i, "conname"),
                                    .expression = kept(subject, result, row + i, "expression")};
        *(table != NULL ? &table->checks : &type->checks) = checks;
        *(table != NULL ? &table->n_checks : &type->n_checks) = (size_t)count;
    }
}

static int
column_of_number(const FakeTable *table, int number)
{
    for (size_t i = 0; i < table->n_columns; i++)
        if (table->columns[i].number == number)
            return (int)i;
    return -1;
}

/* "2 3" as places in a table. */
static int *
places_of(const Subject *subject, const FakeTable *table, const char *numbers, size_t *count)
{
    g_auto(GStrv) words = g_strsplit(numbers, " ", -1);
    *count = g_strv_length(words);
    int *places = arena_new_array(subject->arena, int, *count);
    for (size_t i = 0; i < *count; i++)
        places[i] = column_of_number(table, (int)strtol(words[i], NULL, 10));
    return places;
}

static void
read_foreign_keys(Subject *subject, const PGresult *result)
{
    for (int row = 0, count; row < PQntuples(result); row += count) {
        FakeTable *table = find_table(subject, oid_of(result, row, "conrelid"));
        count = count_alike(result, row, "conrelid");
        if (table == NULL)
            continue;
        table->foreign_keys = arena_new_array(subject->arena, FakeForeignKey, (size_t)count);
        for (int i = row; i < row + count; i++) {
            FakeTable *referenced = find_table(subject, oid_of(result, i, "confrelid"));
            FakeForeignKey *key = &table->foreign_keys[table->n_foreign_keys];
            if (referenced == NULL)
                continue;
            table->n_foreign_keys++;
            key->schema = kept(subject, result, i, "nspname");
            key->name = kept(subject, result, i, "conname");
            key->referenced = referenced;
            key->full = text_of(result, i, "confmatchtype")[0] == 'f';
            key->columns = places_of(subject, table, text_of(result, i, "columns"), &key->count);
            key->keys = places_of(subject, referenced, text_of(result, i, "referenced"), &key->count);
        }
    }
}

static void
read_key(Subject *subject, const PGresult *result, int row, FakeTable *table, FakeKey *key)
{
    key->name = kept(subject, result, row, "relname");
    key->exclusion = bool_of(result, row, "exclusion");
    key->partial = bool_of(result, row, "partial");
    key->nulls_too = bool_of(result, row, "nulls_too");
    key->body = kept(subject, result, row, "body");
    key->elements = kept(subject, result, row, "elements");
    key->columns = places_of(subject, table, text_of(result, row, "columns"), &key->count);
    for (size_t i = 0; i < key->count; i++)
        key->has_expression |= key->columns[i] < 0 || table->columns[key->columns[i]].generated;
}

static void
read_keys(Subject *subject, const PGresult *result)
{
    for (int row = 0, count; row < PQntuples(result); row += count) {
        FakeTable *table = find_table(subject, oid_of(result, row, "indrelid"));
        count = count_alike(result, row, "indrelid");
        if (table == NULL)
            continue;
        table->keys = arena_new_array(subject->arena, FakeKey, (size_t)count);
        table->n_keys = (size_t)count;
        for (int i = 0; i < count; i++)
            read_key(subject, result, row + i, table, &table->keys[i]);
    }
}

/* Tables know the partitions at the bottom that can hold rows. */
static void
link_leaves(Subject *subject)
{
    for (size_t i = 0; i < subject->n_tables; i++) {
        FakeTable *leaf = &subject->tables[i];
        FakeTable *root = leaf->root != 0 ? find_table(subject, leaf->root) : NULL;
        if (root == NULL || leaf->relkind != 'r')
            continue;
        FakeTable **leaves = arena_new_array(subject->arena, FakeTable *, root->n_leaves + 1);
        if (root->n_leaves > 0)
            memcpy(leaves, root->leaves, root->n_leaves * sizeof *leaves);
        leaves[root->n_leaves++] = leaf;
        root->leaves = leaves;
    }
}

static bool
has_foreign_key(const FakeTable *table, const FakeForeignKey *key)
{
    for (size_t i = 0; i < table->n_foreign_keys; i++) {
        const FakeForeignKey *other = &table->foreign_keys[i];
        if (other->referenced == key->referenced && other->count == key->count &&
            memcmp(other->columns, key->columns, key->count * sizeof(int)) == 0 &&
            memcmp(other->keys, key->keys, key->count * sizeof(int)) == 0)
            return true;
    }
    return false;
}

/* The columns of a partition as those of its root. */
static FakeForeignKey
lifted(const Subject *subject, const FakeTable *leaf, const FakeTable *root, const FakeForeignKey *key)
{
    FakeForeignKey out = *key;
    out.columns = arena_new_array(subject->arena, int, key->count);
    for (size_t i = 0; i < key->count; i++)
        out.columns[i] = table_find_column(root, leaf->columns[key->columns[i]].name);
    return out;
}

/* What partitions refer to by foreign keys of their own, all rows do. */
static void
lift_foreign_keys(const Subject *subject, FakeTable *root)
{
    for (size_t i = 0; i < root->n_leaves; i++) {
        const FakeTable *leaf = root->leaves[i];
        for (size_t j = 0; j < leaf->n_foreign_keys; j++) {
            const FakeForeignKey key = lifted(subject, leaf, root, &leaf->foreign_keys[j]);
            if (has_foreign_key(root, &key))
                continue;
            FakeForeignKey *keys = arena_new_array(subject->arena, FakeForeignKey, root->n_foreign_keys + 1);
            if (root->n_foreign_keys > 0)
                memcpy(keys, root->foreign_keys, root->n_foreign_keys * sizeof *keys);
            keys[root->n_foreign_keys++] = key;
            root->foreign_keys = keys;
        }
    }
}

static bool
read_all(Subject *subject, const char *own_schema, GError **error)
{
    const struct {
        const char *query;
        void (*read)(Subject *, const PGresult *);
    } PARTS[] = {{fake_tables_sql, read_tables}, {fake_types_sql, read_types},
                 {fake_labels_sql, read_labels}, {fake_columns_sql, read_columns},
                 {fake_checks_sql, read_checks}, {fake_foreign_keys_sql, read_foreign_keys},
                 {fake_keys_sql, read_keys}};
    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++) {
        g_autoptr(PGresult) result = NULL;
        if (!connection_query(subject->connection, PARTS[i].query, i == 0, &own_schema, &result, error))
            return false;
        PARTS[i].read(subject, result);
    }
    link_leaves(subject);
    for (size_t i = 0; i < subject->n_tables; i++)
        lift_foreign_keys(subject, &subject->tables[i]);
    subject->has_all_letters = strcmp(PQparameterStatus(subject->connection, "server_encoding"), "UTF8") == 0;
    return true;
}

static void
free_pattern(gpointer pattern)
{
    pattern_free(pattern);
}

bool
subject_read(PGconn *connection, const char *own_schema, Subject **out, GError **error)
{
    g_autoptr(Subject) subject = g_new0(Subject, 1);
    subject->arena = arena_new();
    subject->types = g_hash_table_new(NULL, NULL);
    subject->relations = g_hash_table_new(NULL, NULL);
    subject->patterns = g_ptr_array_new_with_free_func(free_pattern);
    subject->connection = connection;
    if (!read_all(subject, own_schema, error))
        return false;
    *out = g_steal_pointer(&subject);
    return true;
}

void
subject_free(Subject *subject)
{
    if (subject == NULL)
        return;
    g_hash_table_unref(subject->types);
    g_hash_table_unref(subject->relations);
    g_ptr_array_unref(subject->patterns);
    arena_free(subject->arena);
    g_free(subject);
}

int
table_find_column(const FakeTable *table, const char *name)
{
    for (size_t i = 0; i < table->n_columns; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}

bool
table_has_key_of(const FakeTable *table, int column)
{
    for (size_t i = 0; i < table->n_keys; i++)
        if (table->keys[i].count == 1 && table->keys[i].columns[0] == column && !table->keys[i].exclusion)
            return true;
    return false;
}
