#include "fake/prepare.h"

#include "fake/condition.h"
#include "fake/constants.h"
#include "fake/embedded.h"
#include "fake/implied.h"
#include "fake/maker.h"
#include "fake/reader.h"
#include "fake/topic.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

enum { TRIED = 2000 };

/* Which of some texts the server takes for a condition over them: "value" is the one that is tried. */
static bool
keep_accepted(Subject *subject, GPtrArray *texts, const char *type, const char *condition, const ValueSet **out,
              GError **error)
{
    g_autoptr(GString) query = g_string_new("SELECT DISTINCT value::text COLLATE \"C\" FROM (SELECT v::");
    sql_append(query, "%s AS value FROM pg_catalog.unnest(ARRAY[", type);
    for (guint i = 0; i < texts->len; i++)
        sql_append(query, i > 0 ? ",%L" : "%L", (const char *)texts->pdata[i]);
    sql_append(query, "]::text[]) v) x WHERE (%s) IS NOT FALSE ORDER BY 1", condition);
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(subject->connection, query->str, 0, NULL, &result, error))
        return false;
    ValueSet *set = arena_new_one(subject->arena, ValueSet);
    set->texts = arena_new_array(subject->arena, const char *, (size_t)PQntuples(result));
    for (int row = 0; row < PQntuples(result); row++)
        set->texts[set->count++] = arena_strdup(subject->arena, PQgetvalue(result, row, 0));
    *out = set;
    return true;
}

/* Values of a domain's base, made within what is known of its checks. */
static GPtrArray *
make_samples(const Maker *maker, const Limits *limits, const Condition *const *choices, size_t n_choices,
             const char *name)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    Random random = random_new(0, name);
    Draw draw = {.random = &random};
    for (guint64 i = 0; i < TRIED; i++) {
        Limits here = *limits;
        Frame frame = {.limits = &here, .n_limits = 1};
        g_autoptr(GString) text = g_string_new(NULL);
        gint64 ticks;
        bool ok = true;
        draw.number = i;
        draw.attempt = i % 4 == 3 ? 3 : 0;
        for (size_t choice = 0; choice < n_choices && ok; choice++)
            ok = condition_apply(choices[choice], &random, &frame);
        if (ok && maker_make(maker, &here, &draw, text, &ticks))
            g_ptr_array_add(texts, g_strdup(text->str));
    }
    return texts;
}

static char *
all_checks(const FakeType *type)
{
    GString *out = g_string_new("true");
    for (size_t i = 0; i < type->n_checks; i++)
        g_string_append_printf(out, " AND (%s) IS NOT FALSE", type->checks[i].expression);
    return g_string_free(out, FALSE);
}

/* Checks become limits; where that is not all that they say, values are tried. */
static bool
prepare_domain(Subject *subject, FakeType *type, GError **error)
{
    const Maker *maker = maker_new(subject, type->part, type->typmod, type->plain, "");
    Limits *limits = arena_new_one(subject->arena, Limits);
    *limits = maker->limits;
    Frame frame = {.limits = limits, .n_limits = 1};
    const ReaderColumn column = {"value", maker};
    const Reader reader = {subject, &column, 1, limits};
    const Condition **choices = arena_new_array(subject->arena, const Condition *, type->n_checks);
    size_t n_choices = 0;
    bool known = true;
    for (size_t i = 0; i < type->n_checks; i++) {
        Condition *condition = reader_read(&reader, type->checks[i].expression);
        choices[n_choices] = condition_apply_fixed(subject->arena, condition, &frame);
        n_choices += choices[n_choices] != NULL;
        known &= condition_is_known(condition);
    }
    type->limits = limits;
    if (known && n_choices == 0)
        return true;
    g_autoptr(GPtrArray) texts = make_samples(maker, limits, choices, n_choices, type->name);
    g_autofree char *checks = all_checks(type);
    limits->hints = NULL;
    return keep_accepted(subject, texts, maker->type->name, checks, &type->tried, error);
}

/* Of a type that nothing is known of: a few texts that types of all sorts read. */
static void
prepare_unknown(Subject *subject, FakeType *type)
{
    static const char *const TEXTS[] = {"0",          "1",          "42",      "1.5",   "a",
                                        "abc",        "{}",         "[1,2,3]", "(0,0)", "(0,0,0)",
                                        "2024-02-29", "POINT(1 2)", "\\x00",   "a=>1",  "0000000000"};
    ValueSet *set = arena_new_one(subject->arena, ValueSet);
    set->texts = arena_new_array(subject->arena, const char *, G_N_ELEMENTS(TEXTS));
    for (size_t i = 0; i < G_N_ELEMENTS(TEXTS); i++) {
        char *query = sql_printf(subject->arena, "SELECT %L::%s::text", TEXTS[i], type->name);
        g_autofree char *value = NULL;
        if (connection_value(subject->connection, query, &value, NULL) && value != NULL)
            set->texts[set->count++] = TEXTS[i];
    }
    type->tried = set;
}

static bool
prepare_type(Subject *subject, FakeType *type, GHashTable *done, GError **error)
{
    if (!g_hash_table_add(done, type))
        return true;
    FakeType *part = type->part != NULL ? g_hash_table_lookup(subject->types, GUINT_TO_POINTER(type->part->oid)) : NULL;
    if (part != NULL && !prepare_type(subject, part, done, error))
        return false;
    if (type->form == 'd')
        return type->n_checks == 0 || prepare_domain(subject, type, error) ||
               fail_within(error, "domain %s", type->name);
    if (type->form != 'b')
        return true;
    const Maker *maker = maker_new(subject, type, -1, "", "");
    if (maker->make == NULL && maker->axis.kind == AXIS_NONE)
        prepare_unknown(subject, type);
    return true;
}

static bool
prepare_types(Subject *subject, GError **error)
{
    g_autoptr(GHashTable) done = g_hash_table_new(NULL, NULL);
    GHashTableIter iter;
    gpointer type;
    g_hash_table_iter_init(&iter, subject->types);
    while (g_hash_table_iter_next(&iter, NULL, &type))
        if (!prepare_type(subject, type, done, error))
            return false;
    return true;
}

static void
prepare_columns(Subject *subject, FakeTable *table)
{
    table->limits = arena_new_array(subject->arena, Limits, table->n_columns);
    for (size_t i = 0; i < table->n_columns; i++) {
        FakeColumn *column = &table->columns[i];
        if (column->generated || column->type == NULL) {
            table->limits[i] = limits_any();
            continue;
        }
        column->maker = maker_new(subject, column->type, column->typmod, column->name, table->name);
        table->limits[i] = column->maker->limits;
        table->limits[i].not_null |= column->not_null;
    }
}

static bool
has_pair(const Frame *frame, int one, int other)
{
    for (size_t i = 0; i < frame->n_pairs; i++)
        if ((frame->pairs[i].column == one && frame->pairs[i].other == other) ||
            (frame->pairs[i].column == other && frame->pairs[i].other == one))
            return true;
    return false;
}

/* created_at is not after updated_at, though no check says so. */
static void
pair_by_names(const FakeTable *table, Frame *frame)
{
    for (size_t i = 0; i < table->n_columns; i++) {
        const Maker *one = table->columns[i].maker;
        for (size_t j = 0; one != NULL && one->axis.kind != AXIS_NONE && j < table->n_columns; j++) {
            const Maker *other = table->columns[j].maker;
            if (i != j && other != NULL && other->axis.kind == one->axis.kind && frame->n_pairs < MOST_PAIRS &&
                names_are_ordered(table->columns[i].name, table->columns[j].name) && !has_pair(frame, (int)i, (int)j))
                frame->pairs[frame->n_pairs++] = (Pair){(int)i, (int)j, PAIR_LESS_OR_EQUAL};
        }
    }
}

static ReaderColumn *
reader_columns(const Subject *subject, const FakeTable *table)
{
    ReaderColumn *columns = arena_new_array(subject->arena, ReaderColumn, table->n_columns);
    for (size_t i = 0; i < table->n_columns; i++)
        columns[i] = (ReaderColumn){table->columns[i].name, table->columns[i].maker};
    return columns;
}

static void
prepare_checks(Subject *subject, FakeTable *table, const Reader *reader)
{
    Frame frame = {.limits = table->limits, .n_limits = table->n_columns};
    table->choices = arena_new_array(subject->arena, const Condition *, table->n_checks);
    for (size_t i = 0; i < table->n_checks; i++) {
        FakeCheck *check = &table->checks[i];
        check->condition = reader_read(reader, check->expression);
        check->is_known = condition_is_known(check->condition);
        table->needs_candidates |= !check->is_known;
        const Condition *choice = condition_apply_fixed(subject->arena, check->condition, &frame);
        if (choice != NULL)
            table->choices[table->n_choices++] = choice;
    }
    pair_by_names(table, &frame);
    table->pairs = arena_new_array(subject->arena, Pair, frame.n_pairs);
    table->n_pairs = frame.n_pairs;
    if (frame.n_pairs > 0)
        memcpy(table->pairs, frame.pairs, frame.n_pairs * sizeof(Pair));
}

/* What holds in a partition: its bound, its own checks, what it does not let be NULL. */
static Condition *
leaf_condition(Subject *subject, const FakeTable *table, const FakeTable *leaf, const Reader *reader)
{
    Condition *all = condition_new(subject->arena, CONDITION_ALL);
    if (leaf->bound != NULL)
        condition_add(subject->arena, all, reader_read(reader, leaf->bound));
    for (size_t i = 0; i < leaf->n_checks; i++)
        condition_add(subject->arena, all, reader_read(reader, leaf->checks[i].expression));
    for (size_t i = 0; i < leaf->n_columns; i++) {
        const int column = table_find_column(table, leaf->columns[i].name);
        if (!leaf->columns[i].not_null || column < 0)
            continue;
        Condition *not_null = condition_new(subject->arena, CONDITION_LIMIT);
        not_null->column = column;
        not_null->limits = arena_new_one(subject->arena, Limits);
        *not_null->limits = limits_any();
        not_null->limits->not_null = true;
        condition_add(subject->arena, all, not_null);
    }
    return all;
}

static void
prepare_table(Subject *subject, FakeTable *table)
{
    prepare_columns(subject, table);
    const Reader reader = {subject, reader_columns(subject, table), table->n_columns, table->limits};
    prepare_checks(subject, table, &reader);
    table->leaf_conditions = arena_new_array(subject->arena, Condition *, table->n_leaves);
    for (size_t i = 0; i < table->n_leaves; i++) {
        table->leaf_conditions[i] = leaf_condition(subject, table, table->leaves[i], &reader);
        table->needs_candidates |= !condition_is_known(table->leaf_conditions[i]);
    }
}

/* What others refer to should be there in every row. */
static void
give_keys(Subject *subject)
{
    for (size_t i = 0; i < subject->n_tables; i++)
        for (size_t j = 0; j < subject->tables[i].n_foreign_keys; j++) {
            const FakeForeignKey *key = &subject->tables[i].foreign_keys[j];
            for (size_t k = 0; k < key->count && key->referenced->limits != NULL; k++)
                if (!key->referenced->limits[key->keys[k]].only_null)
                    key->referenced->limits[key->keys[k]].not_null = true;
        }
}

bool
prepare_subject(Subject *subject, GError **error)
{
    if (!prepare_types(subject, error))
        return false;
    for (size_t i = 0; i < subject->n_tables; i++)
        if (subject->tables[i].root == 0 && subject->tables[i].relkind != 'f')
            prepare_table(subject, &subject->tables[i]);
    give_keys(subject);
    implied_find(subject);
    return true;
}

/* "NEW.kind" without "NEW.": then it is a column's name. */
static void
hint_statement(const Reader *reader, const char *text, gsize length)
{
    g_autofree char *statement = g_strndup(text, length);
    g_autoptr(GString) plain = g_string_new(NULL);
    const char *cursor = statement;
    for (Token token; (token = lex_next(&cursor)).kind != TOKEN_END;) {
        if (token_is(token, "NEW") && *cursor == '.')
            cursor++;
        else
            g_string_append_len(plain, token.text, (gssize)token.length);
    }
    constants_hint(reader, plain->str);
}

/* Statement by statement, and conditions apart from what follows them. */
static void
hint_body(const Reader *reader, const char *body)
{
    const char *cursor = body, *from = body;
    for (Token token; (token = lex_next(&cursor)).kind != TOKEN_END;) {
        if (!token_is(token, ";") && !token_is(token, "THEN"))
            continue;
        hint_statement(reader, from, (gsize)(token.text - from));
        from = cursor;
    }
}

bool
prepare_trigger_hints(Subject *subject, FakeTable *table, GError **error)
{
    g_autofree char *oid = g_strdup_printf("%u", table->oid);
    const char *const values[] = {oid};
    g_autoptr(PGresult) result = NULL;
    const Reader reader = {subject, reader_columns(subject, table), table->n_columns, table->limits};
    if (!connection_query(subject->connection, fake_triggers_sql, 1, values, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++)
        hint_body(&reader, PQgetvalue(result, row, 0));
    return true;
}
