#include "fake/circle.h"

#include "fake/copy.h"
#include "fake/fill_private.h"
#include "sql/format.h"
#include <string.h>

/* What rows are numbered by: a key, so that it is the same every time. */
static char *
order_of(const FakeTable *table, const char *alias)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < table->n_keys && out->len == 0; i++)
        for (size_t j = 0; !table->keys[i].exclusion && !table->keys[i].has_expression && j < table->keys[i].count; j++)
            sql_append(out, out->len > 0 ? ", %s.%I" : "%s.%I", alias, table->columns[table->keys[i].columns[j]].name);
    if (out->len == 0)
        g_string_append_printf(out, "%s.ctid", alias);
    return g_string_free(out, FALSE);
}

static bool
is_shared(const FakeTable *table, const FakeForeignKey *key, int column)
{
    for (size_t i = 0; i < table->n_foreign_keys; i++)
        for (size_t j = 0; &table->foreign_keys[i] != key && j < table->foreign_keys[i].count; j++)
            if (table->foreign_keys[i].columns[j] == column)
                return true;
    return table->limits[column].not_null && table->circle == 0;
}

typedef struct {
    GString *set;   /* "a = p.x" */
    GString *open;  /* which rows of t are to be set, and to what */
    GString *bare;  /* the same of r, where it says that a column is NULL */
    GString *given; /* which rows can be referred to */
    GString *used;  /* of u: it refers to r */
    bool agrees;    /* columns that are set already have to agree */
} Parts;

/* Columns that other foreign keys have set already stay, and the row that is referred to has to have the same. */
static void
append_parts(const FakeTable *table, const FakeForeignKey *key, Parts *parts)
{
    for (size_t i = 0; i < key->count; i++) {
        const char *column = table->columns[key->columns[i]].name;
        const char *theirs = key->referenced->columns[key->keys[i]].name;
        if (is_shared(table, key, key->columns[i])) {
            sql_append(parts->open, " AND t.%I = p.%I", column, theirs);
            parts->agrees = true;
        } else {
            sql_append(parts->set, parts->set->len > 0 ? ", %I = p.%I" : "%I = p.%I", column, theirs);
            sql_append(parts->open, " AND t.%I IS NULL", column);
            sql_append(parts->bare, " AND r.%I IS NULL", column);
        }
        sql_append(parts->given, " AND r.%I IS NOT NULL", theirs);
        sql_append(parts->used, " AND u.%I = r.%I", column, theirs);
    }
}

static bool
must_be_unique(const FakeTable *table, const FakeForeignKey *key)
{
    for (size_t i = 0; i < table->n_keys; i++)
        for (size_t j = 0; j < table->keys[i].count; j++)
            for (size_t k = 0; k < key->count; k++)
                if (table->keys[i].columns[j] == key->columns[k])
                    return true;
    return false;
}

/* Rows and those to be referred to are numbered, and each is given another number: all differ as long as there are
 * enough. */
static char *
write_update(const FakeTable *table, const FakeForeignKey *key, const char *rows, const char *referenced, Parts *parts)
{
    g_autofree char *order = order_of(table, "r"), *their_order = order_of(key->referenced, "r");
    GString *out = g_string_new(NULL);
    const bool unique = must_be_unique(table, key);
    if (unique)
        sql_append(parts->given, " AND NOT EXISTS (SELECT FROM %s u WHERE true%s)", rows, parts->used->str);
    sql_append(
        out,
        "UPDATE %s t SET %s FROM (SELECT r.*, pg_catalog.row_number() OVER (ORDER BY %s) AS pleat_n FROM %s r "
        "WHERE %s) p, (SELECT n.*, y.total AS pleat_total, 1 + (n.pleat_n * 7919) %% nullif(y.total, 0) AS pleat_to "
        "FROM (SELECT r.ctid AS pleat_place, r.tableoid AS pleat_in, pg_catalog.row_number() OVER (ORDER BY %s) "
        "AS pleat_n FROM %s r WHERE true%s) n, (SELECT pg_catalog.count(*) AS total FROM %s r WHERE %s) y) x "
        "WHERE t.ctid = x.pleat_place AND t.tableoid = x.pleat_in%s%s%s",
        rows, parts->set->str, their_order, referenced, parts->given->str, order, rows, parts->bare->str, referenced,
        parts->given->str, parts->open->str, parts->agrees ? "" : " AND p.pleat_n = x.pleat_to",
        unique ? " AND x.pleat_n <= x.pleat_total" : "");
    return g_string_free(out, FALSE);
}

char *
circle_update(const FakeTable *table, const FakeForeignKey *key, const char *rows, const char *referenced)
{
    g_autoptr(GString) set = g_string_new(NULL), open = g_string_new(NULL), bare = g_string_new(NULL);
    g_autoptr(GString) given = g_string_new("true"), used = g_string_new(NULL);
    Parts parts = {set, open, bare, given, used, false};
    append_parts(table, key, &parts);
    return set->len > 0 ? write_update(table, key, rows, referenced, &parts) : NULL;
}

/* The temporary table of a member. */
static char *
stand_in(guint member)
{
    return g_strdup_printf("pg_temp.pleat_circle_%u", member);
}

static char *
stand_in_of(FakeTable *const *tables, guint count, const FakeTable *table)
{
    for (guint i = 0; i < count; i++)
        if (tables[i] == table)
            return stand_in(i);
    return NULL;
}

static bool
make_stand_in(PGconn *connection, const FakeTable *table, guint member, GError **error)
{
    g_autofree char *name = stand_in(member);
    g_autoptr(GString) sql = g_string_new(NULL);
    sql_append(sql,
               "DROP TABLE IF EXISTS %s; CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT * FROM %s WITH NO DATA",
               name, name + strlen("pg_temp."), table->sql);
    return connection_run(connection, sql->str, error);
}

static bool
refer(PGconn *connection, FakeTable *const *tables, guint count, guint member, GError **error)
{
    const FakeTable *table = tables[member];
    g_autofree char *own = stand_in(member);
    for (size_t i = 0; i < table->n_foreign_keys; i++) {
        if (!table->foreign_keys[i].later)
            continue;
        g_autofree char *theirs = stand_in_of(tables, count, table->foreign_keys[i].referenced);
        g_autofree char *update = circle_update(table, &table->foreign_keys[i], own,
                                                theirs != NULL ? theirs : table->foreign_keys[i].referenced->sql);
        if (update != NULL && !connection_run(connection, update, error))
            return false;
    }
    return true;
}

/* One statement: foreign keys are looked at when all rows are there. */
static bool
move_all(PGconn *connection, FakeTable *const *tables, guint count, GError **error)
{
    g_autoptr(GString) sql = g_string_new("WITH ");
    for (guint i = 0; i < count; i++) {
        g_autoptr(GString) columns = g_string_new(NULL);
        g_autofree char *own = stand_in(i);
        append_columns(columns, tables[i]);
        g_autofree char *list = g_strndup(columns->str + 1, columns->len - 2);
        g_string_append_printf(sql, "%sw%u AS (", i > 0 ? ", " : "", i);
        sql_append(sql, "INSERT INTO %s %s OVERRIDING SYSTEM VALUE SELECT %s FROM %s)", tables[i]->sql, columns->str,
                   list, own);
    }
    g_string_append(sql, " SELECT 1");
    return connection_run(connection, sql->str, error);
}

static bool
fill_together(PGconn *connection, FakeTable *const *tables, guint count, guint64 seed, FillResult **results,
              GError **error)
{
    for (guint i = 0; i < count; i++) {
        g_autofree char *own = stand_in(i);
        if (!make_stand_in(connection, tables[i], i, error) ||
            !fill_into(connection, tables[i], own, seed, results[i], error))
            return false;
    }
    for (guint i = 0; i < count; i++)
        if (!refer(connection, tables, count, i, error))
            return false;
    return move_all(connection, tables, count, error);
}

static void
give_up(FillResult **results, guint count, const char *reason)
{
    for (guint i = 0; i < count; i++) {
        g_free(results[i]->reason);
        results[i]->reason = g_strdup_printf("its foreign keys go round in a circle, and %s", reason);
        results[i]->state = FILL_FAILED;
        results[i]->made = 0;
    }
}

bool
circle_fill(PGconn *connection, FakeTable *const *tables, guint count, const FillOptions *options, GPtrArray *results,
            GError **error)
{
    g_autoptr(GError) problem = NULL;
    g_autofree FillResult **members = g_new(FillResult *, count);
    for (guint i = 0; i < count; i++)
        members[i] = fill_result_new(tables[i], results);
    if (!connection_run(connection, "SAVEPOINT pleat_fake", error))
        return false;
    if (options->script != SCRIPT_NONE) {
        give_up(members, count, "no script can write all of them at once");
    } else if (!fill_together(connection, tables, count, options->seed, members, &problem)) {
        if (!fill_back(connection, error))
            return false;
        give_up(members, count, problem->message);
    }
    for (guint i = 0; i < count; i++) {
        if (!fill_advance_sequences(connection, tables[i], error))
            return false;
        if (options->progress != NULL)
            options->progress(options->data, members[i]);
    }
    return true;
}
