#include "run/range.h"

#include "exec/statement.h"
#include "sql/format.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <string.h>

char *
range_fill(const char *sql, const char *condition)
{
    const char *cursor = sql, *mark = NULL;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        if (token.kind == TOKEN_SPACE && g_strstr_len(token.text, (gssize)token.length, "/*range*/") != NULL) {
            mark = token.text;
        } else if (mark != NULL && token_is(token, "true")) {
            GString *out = g_string_new_len(sql, mark - sql);
            g_string_append_printf(out, " (%s)%s", condition, token.text + token.length);
            return g_string_free(out, FALSE);
        } else {
            mark = NULL;
        }
    }
    return NULL;
}

/* By the grammar "UPDATE [ONLY] a.t [*] [[AS] x] SET". */
char *
range_alias(const char *sql)
{
    const char *cursor = sql;
    if (!token_is(lex_next_solid(&cursor), "update"))
        return g_strdup("");
    Token token = lex_next_solid(&cursor), name = token;
    if (token_is(token, "only"))
        name = token = lex_next_solid(&cursor);
    for (; token.kind != TOKEN_END && !token_is(token, "set"); token = lex_next_solid(&cursor))
        if (token.kind == TOKEN_WORD || token.kind == TOKEN_QUOTED)
            name = token; /* the last name before SET */
    return g_strdup_printf("%.*s.", (int)name.length, name.text);
}

/* "a, B" as the text of an array of names; NULL for NULL. */
static char *
names_array(Arena *arena, const char *key)
{
    if (key == NULL)
        return NULL;
    GString *array = g_string_new(NULL);
    for (char **item = split_list(arena, key); *item != NULL; item++) {
        const char *cursor = *item;
        g_autofree char *name = token_name(lex_next_solid(&cursor));
        sql_append_element(array, name == NULL ? *item : name);
    }
    sql_end_array(array);
    return g_string_free(array, FALSE);
}

/* Names and types of the key's columns, in order; no rows: there is no key. */
static bool
ask_columns(PGconn *connection, Arena *arena, const char *table, const char *key, PGresult **out, GError **error)
{
    g_autofree char *names = names_array(arena, key);
    const char *const params[] = {table, names};
    return connection_query(
        connection,
        "SELECT pg_catalog.quote_ident(a.attname), pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull "
        "FROM (SELECT coalesce($2::text[], (SELECT pg_catalog.array_agg(c.attname::text ORDER BY k.nth) "
        "      FROM pg_catalog.pg_index i, pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY k (number, nth), "
        "           pg_catalog.pg_attribute c WHERE i.indrelid = $1::pg_catalog.regclass AND i.indisprimary "
        "      AND c.attrelid = i.indrelid AND c.attnum = k.number AND k.nth <= i.indnkeyatts)) AS names) s, "
        "     pg_catalog.unnest(s.names) WITH ORDINALITY n (name, nth) "
        "LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = $1::pg_catalog.regclass AND a.attname = n.name "
        "     AND NOT a.attisdropped AND a.attnum > 0 ORDER BY n.nth",
        2, params, out, error);
}

static void
append_with(GString *list, const char *separator, const char *prefix, const char *name, const char *suffix)
{
    g_string_append_printf(list, "%s%s%s%s", list->len > 0 ? separator : "", prefix, name, suffix);
}

static bool
use_key(Arena *arena, const PGresult *rows, const char *alias, Range *range, GError **error)
{
    GString *columns = g_string_new(NULL), *prefixed = g_string_new(NULL), *values = g_string_new(NULL);
    GString *format = g_string_new(NULL), *not_null = g_string_new(NULL), *any_null = g_string_new(NULL);
    bool good = true;
    for (int row = 0; row < PQntuples(rows) && good; row++) {
        good = !PQgetisnull(rows, row, 0);
        const char *name = PQgetvalue(rows, row, 0), *type = PQgetvalue(rows, row, 1);
        append_with(columns, ", ", "", name, "");
        append_with(prefixed, ", ", alias, name, "");
        append_with(values, ", ", "", name, "::text");
        append_with(format, ", ", "%L::", type, "");
        append_with(not_null, " AND ", "", name, " IS NOT NULL");
        if (strcmp(PQgetvalue(rows, row, 2), "t") != 0)
            append_with(any_null, " OR ", alias, name, " IS NULL");
    }
    range->by = RANGE_KEY;
    range->columns = arena_strdup(arena, columns->str);
    range->prefixed = arena_strdup(arena, prefixed->str);
    range->literal =
        sql_printf(arena, "pg_catalog.format(%L, %s)", arena_printf(arena, "ROW(%s)", format->str), values->str);
    range->not_null = arena_strdup(arena, not_null->str);
    range->any_null = any_null->len == 0 ? NULL : arena_strdup(arena, any_null->str);
    GString *const all[] = {columns, prefixed, values, format, not_null, any_null};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        g_string_free(all[i], TRUE);
    return good || fail(error, PLEAT_ERROR_INPUT, "%s has no column that the backfill names as its key", range->table);
}

/* The longest of the table and what inherits from it, in pages, and how many rows all of them have about on one. */
static bool
use_pages(PGconn *connection, Range *range, GError **error)
{
    const char *const params[] = {range->table};
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(
            connection,
            "WITH RECURSIVE tree (oid) AS (SELECT $1::pg_catalog.regclass::oid UNION ALL SELECT i.inhrelid "
            "FROM pg_catalog.pg_inherits i JOIN tree ON i.inhparent = tree.oid) "
            "SELECT coalesce(max(pg_catalog.pg_relation_size(oid)), 0) / "
            "pg_catalog.current_setting('block_size')::bigint, "
            "(SELECT sum(c.reltuples) / nullif(max(c.relpages), 0) FROM pg_catalog.pg_class c JOIN tree USING (oid) "
            "WHERE c.reltuples > 0 AND c.relkind = 'r'), count(*) FROM tree",
            1, params, &result, error))
        return false;
    const double rows_a_page = PQgetisnull(result, 0, 1) ? 50 * g_ascii_strtod(PQgetvalue(result, 0, 2), NULL)
                                                         : g_ascii_strtod(PQgetvalue(result, 0, 1), NULL);
    range->by = RANGE_PAGES;
    range->pages = g_ascii_strtoll(PQgetvalue(result, 0, 0), NULL, 10);
    range->rows_a_page = MAX(rows_a_page, 1);
    return true;
}

bool
range_find(PGconn *connection, Arena *arena, const char *table, const char *key, const char *sql, Range *range,
           GError **error)
{
    g_autofree char *alias = range_alias(sql);
    *range = (Range){.by = RANGE_WHOLE, .table = table, .place = arena_printf(arena, "%sctid", alias)};
    g_autoptr(PGresult) rows = NULL;
    const bool by_place = g_strcmp0(key, "ctid") == 0;
    if (by_place && connection_major(connection) >= 14)
        return use_pages(connection, range, error);
    if (!ask_columns(connection, arena, table, by_place ? NULL : key, &rows, error))
        return false;
    if (PQntuples(rows) > 0)
        return use_key(arena, rows, alias, range, error);
    return connection_major(connection) < 14 || use_pages(connection, range, error);
}

static bool
next_key(PGconn *connection, const Range *range, const char *from, int batch, char **to, GError **error)
{
    GString *sql = g_string_new(NULL);
    g_string_append_printf(sql, "SELECT %s FROM (SELECT %s FROM %s WHERE %s", range->literal, range->columns,
                           range->table, range->not_null);
    if (from != NULL)
        g_string_append_printf(sql, " AND ROW(%s) > %s", range->columns, from);
    g_string_append_printf(sql, " ORDER BY %s OFFSET %d LIMIT 1) t", range->columns, batch - 1);
    g_autoptr(PGresult) result = NULL;
    bool good = statement_run(connection, sql->str, &result, error);
    g_string_free(sql, TRUE);
    if (good)
        *to = PQntuples(result) == 0 ? NULL : g_strdup(PQgetvalue(result, 0, 0));
    return good;
}

bool
range_next(PGconn *connection, const Range *range, const char *from, int batch, char **to, GError **error)
{
    *to = NULL;
    if (range->by == RANGE_KEY)
        return next_key(connection, range, from, batch, to, error);
    if (range->by != RANGE_PAGES)
        return true;
    const gint64 pages = MAX(1, (gint64)(batch / range->rows_a_page));
    const gint64 next = (from == NULL ? 0 : g_ascii_strtoll(from, NULL, 10)) + pages;
    if (next < range->pages)
        *to = g_strdup_printf("%" G_GINT64_FORMAT, next);
    return true;
}

const char *
range_unit(const Range *range)
{
    static const char *const UNITS[] = {[RANGE_KEY] = "rows", [RANGE_PAGES] = "pages", [RANGE_WHOLE] = NULL};
    return UNITS[range->by];
}

/* The first number is that of the plan as a whole. */
static bool
estimate(PGconn *connection, const Range *range, const char *from, gint64 *rows, GError **error)
{
    static const char MARK[] = "\"Plan Rows\": ";
    g_autoptr(GString) sql = g_string_new(NULL);
    g_string_append_printf(sql, "EXPLAIN (FORMAT JSON) SELECT FROM %s", range->table);
    if (from != NULL)
        g_string_append_printf(sql, " WHERE ROW(%s) > %s", range->columns, from);
    g_autoptr(PGresult) result = NULL;
    if (!statement_run(connection, sql->str, &result, error))
        return false;
    const char *plan = strstr(PQgetvalue(result, 0, 0), MARK);
    *rows = plan == NULL ? 0 : g_ascii_strtoll(plan + strlen(MARK), NULL, 10);
    return true;
}

bool
range_measure(PGconn *connection, const Range *range, const char *from, gint64 *done, gint64 *total, GError **error)
{
    gint64 left = 0;
    if (range->by == RANGE_PAGES) {
        *total = range->pages;
        *done = from == NULL ? 0 : g_ascii_strtoll(from, NULL, 10);
    }
    if (range->by != RANGE_KEY)
        return true;
    if (!estimate(connection, range, NULL, total, error) ||
        (from != NULL && !estimate(connection, range, from, &left, error)))
        return false;
    *done = from == NULL ? 0 : MAX(*total - left, 0);
    return true;
}

gint64
range_done(const Range *range, const char *to, gint64 before, int batch)
{
    return range->by == RANGE_PAGES ? g_ascii_strtoll(to, NULL, 10) : before + batch;
}

static void
append_bound(GString *out, const char *left, const char *operator, const char * right)
{
    g_string_append_printf(out, "%s%s %s %s", out->len > 0 ? " AND " : "", left, operator, right);
}

char *
range_condition(const Range *range, const char *from, const char *to)
{
    GString *out = g_string_new(NULL);
    if (range->by == RANGE_KEY) {
        g_autofree char *row = g_strdup_printf("ROW(%s)", range->prefixed);
        if (from != NULL)
            append_bound(out, row, ">", from);
        if (to != NULL)
            append_bound(out, row, "<=", to);
        else if (range->any_null != NULL && from != NULL) /* the last one takes along what no comparison finds */
            g_string_append_printf(out, " OR %s", range->any_null);
    } else if (range->by == RANGE_PAGES) {
        g_autofree char *first = g_strdup_printf("'(%s,0)'::tid", from), *last = g_strdup_printf("'(%s,0)'::tid", to);
        if (from != NULL)
            append_bound(out, range->place, ">=", first);
        if (to != NULL)
            append_bound(out, range->place, "<", last);
    }
    if (out->len == 0)
        g_string_append(out, "true");
    return g_string_free(out, FALSE);
}
