/* rules_transactions.c - what must not share a transaction, and what waits without end */
#include "lint/rule.h"
#include "run/probe.h"
#include "sql/format.h"

#include <string.h>

static const char *
sql_of(const Site *site)
{
    return site->step->kind == STEP_COMMAND ? "" : site->step->statements[site->statement];
}

/* Is it the first operation of its statement? Rules that look at whole statements speak once. */
static bool
is_first(const Site *site)
{
    if (site->index == 0)
        return true;
    const Site *before = site - 1;
    return before->step != site->step || before->statement != site->statement;
}

static bool
not_in_transaction(const Site *site, GString *text)
{
    if (!site_in_block(site) || !is_first(site) || probe_kind(sql_of(site)) == ALONE_NOT)
        return false;
    return say(text, "PostgreSQL refuses this statement between BEGIN and COMMIT");
}

/* Did the same transaction do something to the table before that holds a lock which blocks queries? */
static bool
validate_in_transaction(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!operation_is(operation, OP_VALIDATE, "table") || site_is_new(site, operation->object))
        return false;
    for (guint i = site->index; i-- > 0;) {
        const Site *before = SECTION_SITE(site->section, i);
        if (before->step != site->step)
            break;
        if (site_locks_table(before) && object_is(site_table(before), operation->object))
            return say(text, "all of %s is read while the lock of line %d is still held",
                       object_text(site->section->arena, operation->object), before->line);
    }
    return false;
}

static bool
several_tables(const Site *site, GString *text)
{
    const Site *first = NULL;
    if (!site_in_block(site) || !site_locks_table(site) || site->section->generated) /* whose header tells of both */
        return false;
    for (guint i = 0; i < site->index; i++) {
        const Site *before = SECTION_SITE(site->section, i);
        if (before->step != site->step || !site_locks_table(before))
            continue;
        if (object_is(site_table(before), site_table(site)))
            return false; /* that one is locked already */
        first = before;
    }
    return first != NULL && say(text, "this transaction locks %s and still holds its lock of %s",
                                object_text(site->section->arena, site_table(site)),
                                object_text(site->section->arena, site_table(first)));
}

static bool
enum_value_used(const Site *site, GString *text)
{
    if (!is_first(site) || !site_in_block(site))
        return false;
    for (guint i = 0; i < site->index; i++) {
        const Site *before = SECTION_SITE(site->section, i);
        if (before->step != site->step || before->operation->type != OP_ADD_VALUE || before->operation->part == NULL)
            continue;
        for (const Token *at = site->operation->all; at->kind != TOKEN_END; at++) {
            g_autofree char *value = at->kind == TOKEN_STRING ? token_string(*at) : NULL;
            if (g_strcmp0(value, before->operation->part) == 0 && site->operation->type != OP_ADD_VALUE)
                return say(text, "the label %s was added in this transaction and cannot be used before it ends",
                           sql_printf(site->section->arena, "%L", value));
        }
    }
    return false;
}

static bool
changes_rows(const Operation *operation)
{
    return operation->type == OP_UPDATE || operation->type == OP_DELETE || operation->type == OP_INSERT;
}

static bool
rows_with_ddl(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!site_in_block(site) || !changes_rows(operation) || site_is_new(site, operation->object))
        return false;
    for (guint i = 0; i < site->section->sites->len; i++) {
        const Site *other = SECTION_SITE(site->section, i);
        if (other->step != site->step || !site_locks_table(other) || !object_is(site_table(other), operation->object))
            continue;
        if (other->index < site->index)
            return say(text, "rows of %s change while the lock of line %d keeps everybody out",
                       object_text(site->section->arena, operation->object), other->line);
        return say(text, "rows of %s change before line %d alters it in the same transaction",
                   object_text(site->section->arena, operation->object), other->line);
    }
    return false;
}

/* What a SET gives. */
static bool
is_zero(const Token *value)
{
    g_autofree char *text = token_string(*value);
    return token_is(*value, "default") || (value->kind == TOKEN_NUMBER && strtol(value->text, NULL, 10) == 0) ||
           (text != NULL && g_ascii_isdigit(text[0]) && strtol(text, NULL, 10) == 0);
}

static bool
no_timeout(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (operation->type != OP_SET || !site_in_block(site) || !is_zero(operation->rest))
        return false;
    if (g_strcmp0(operation->part, "lock_timeout") == 0)
        return say(text, "the statements that follow wait for locks without end");
    return g_strcmp0(operation->part, "statement_timeout") == 0 &&
           say(text, "the statements that follow may hold their locks without end");
}

/* What psql heeds where the line is: the newest SET lock_timeout above it in its section; NULL: none. */
static const Step *
psql_setting(const Revision *revision, int line, bool down)
{
    const Step *found = NULL;
    for (Step **step = revision->for_psql; step != NULL && *step != NULL; step++)
        if ((*step)->line <= line && (!down || (*step)->line > revision->down_line))
            found = *step;
    return found;
}

static bool
is_off(const Site *site, const Step *setting)
{
    g_autoptr(GArray) read = operations_read(site->section->arena, setting->statements[0]);
    const Operation *set = &g_array_index(read, Operation, 0);
    return set->type == OP_SET && is_zero(set->rest);
}

/* Of the statements of an upgrade that lock a table, psql runs this one first without a bound. */
static bool
no_lock_timeout(const Site *site, GString *text)
{
    const Section *section = site->section;
    if (section->down || !site_locks_table(site) || (site->operation->flags & OP_CONCURRENTLY) != 0)
        return false;
    const Step *setting = psql_setting(section->revision, site->line, false);
    if (setting != NULL && !is_off(site, setting))
        return false;
    for (guint i = 0; i < site->index; i++) {
        const Site *before = SECTION_SITE(section, i);
        if (site_locks_table(before) && psql_setting(section->revision, before->line, false) == setting)
            return false;
    }
    return say(text, setting == NULL ? "psql -f would wait for its lock without end: no SET lock_timeout stands above"
                                     : "psql -f would wait for its lock without end: lock_timeout is off");
}

static bool
timeout_breaks_index(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if ((operation->flags & OP_CONCURRENTLY) == 0 || site_in_block(site))
        return false;
    const Operation *setting = NULL;
    for (guint i = 0; i < site->index; i++) {
        const Operation *before = SECTION_SITE(site->section, i)->operation;
        if (before->type == OP_SET && SECTION_SITE(site->section, i)->step->kind == STEP_SETTING &&
            g_strcmp0(before->part, "statement_timeout") == 0)
            setting = before;
    }
    return setting != NULL && !is_zero(setting->rest) &&
           say(text, "statement_timeout is on, and an index whose building it ends stays behind, invalid");
}

static bool
concurrently_if_not_exists(const Site *site, GString *text)
{
    const unsigned both = OP_CONCURRENTLY | OP_IF_NOT_EXISTS;
    return operation_is(site->operation, OP_CREATE, "index") && (site->operation->flags & both) == both &&
           say(text, "an invalid index %s that an earlier try left behind counts as there",
               object_text(site->section->arena, site->operation->object));
}

static bool
concurrently_on_partitioned(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    return operation_is(operation, OP_CREATE, "index") && (operation->flags & OP_CONCURRENTLY) != 0 &&
           site->each.name == NULL && known_find(site->known, FACT_PARTITIONED, operation->table, NULL) != NULL &&
           say(text, "%s is partitioned, and PostgreSQL refuses CONCURRENTLY there",
               object_text(site->section->arena, operation->table));
}

static bool
foreign_key_on_partitioned(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    return operation_is(operation, OP_ADD_CONSTRAINT, "table") && strcmp(operation->form, "foreign key") == 0 &&
           (operation->flags & OP_NOT_VALID) != 0 && site->each.name == NULL &&
           known_find(site->known, FACT_PARTITIONED, operation->object, NULL) != NULL &&
           say(text, "%s is partitioned, and PostgreSQL before 18 refuses NOT VALID there",
               object_text(site->section->arena, operation->object));
}

static bool
not_null_without_default(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!operation_is(operation, OP_ADD_COLUMN, "table") || site_is_new(site, operation->object) ||
        (tokens_find(operation->rest, "not null") == NULL && tokens_find(operation->rest, "primary key") == NULL) ||
        tokens_find(operation->rest, "default") != NULL || tokens_find(operation->rest, "generated") != NULL)
        return false;
    g_autofree char *type = token_name(*operation->rest);
    return (type == NULL || strstr(type, "serial") == NULL) &&
           say(text, "adding %s fails as soon as the table has a row", site_object(site));
}

static bool
no_done_if(const Site *site, GString *text)
{
    const Step *step = site->step;
    if (!is_first(site) || step->done_if != NULL)
        return false;
    if (step->kind == STEP_COMMAND)
        return say(text, "a run that is lost while the command runs cannot tell whether it happened");
    return step->kind == STEP_STATEMENT && probe_kind(sql_of(site)) == ALONE_OTHER &&
           say(text, "a run that is lost while this statement runs cannot tell whether it happened");
}

const Rule rules_transactions[] = {
    {{"PL301", "not-in-transaction", "a statement in BEGIN that must stand alone", "move it out of BEGIN ... COMMIT",
      SEVERITY_ERROR},
     "CONCURRENTLY, VACUUM, CREATE DATABASE and a few others cannot run in a transaction block, a function or a DO.",
     "25001 each time, on every version.",
     not_in_transaction},
    {{"PL302", "validate-in-transaction", "VALIDATE in the transaction of another change of its table",
      "COMMIT before it: a statement outside of BEGIN is a transaction of its own", SEVERITY_WARNING},
     "A lock is held until the transaction ends. The ACCESS EXCLUSIVE of the ADD ... NOT VALID then lasts as long as "
     "the scan "
     "that NOT VALID was to keep apart from it.",
     "pg_locks shows ACCESS EXCLUSIVE beside SHARE UPDATE EXCLUSIVE during the whole scan.",
     validate_in_transaction},
    {{"PL303", "several-tables", "a transaction locks several tables that are in use", "a transaction for each table",
      SEVERITY_NOTICE},
     "The first table stays locked while the second is waited for, and an application that takes both in the other "
     "order "
     "deadlocks. Where two are unavoidable, lock them in the application's order, the parent first.",
     "40P01, with the migration as the victim and 0.7 s lost by the application; with a lock_timeout below "
     "deadlock_timeout "
     "the migration gives way (55P03).",
     several_tables},
    {{"PL304", "enum-value-used", "a new label of an enum is used in the transaction that adds it",
      "COMMIT behind ADD VALUE", SEVERITY_ERROR},
     "A label can be used only when the transaction that added it has been committed: in no cast, default, check or "
     "insert "
     "before. PostgreSQL 17 makes an exception for a type that the same transaction created.",
     "55P04, and the whole transaction rolls back.",
     enum_value_used},
    {{"PL305", "rows-with-ddl", "rows change in the transaction that alters their table",
      "change rows in a step of their own (\"-- pleat: backfill\")", SEVERITY_WARNING},
     "Behind an ALTER TABLE nobody else can use the table until all rows are changed. Before one, deferred constraints "
     "that "
     "wait for their check make the ALTER TABLE fail.",
     "One UPDATE of 300,000 rows takes 5.8 s; 55006 \"pending trigger events\" with a deferred constraint.",
     rows_with_ddl},
    {{"PL306", "no-timeout", "lock_timeout or statement_timeout is switched off in a transaction",
      "leave it to the runner (run: lock_timeout in pleat.yaml)", SEVERITY_WARNING},
     "A statement that waits for a strong lock makes everybody else wait behind it. pleat bounds each wait, gives way "
     "and tries "
     "again; SET in the block overrides that.",
     "One reader open for 2.0 s: the statement waits 2,023 ms and a one-row SELECT behind it 1,815 ms; with 100 ms of "
     "lock_timeout the SELECT waits 78 ms.",
     no_timeout},
    {{"PL307", "no-lock-timeout", "no lock_timeout when psql runs the file",
      "SET lock_timeout = '800ms'; above the first statement", SEVERITY_NOTICE},
     "pleat upgrade sets its own and leaves SET lock_timeout outside of BEGIN to psql. A file without it is safe for "
     "the one "
     "and not for the other.",
     "As PL306.",
     no_lock_timeout},
    {{"PL308", "timeout-breaks-index", "statement_timeout is on while an index is built CONCURRENTLY",
      "SET statement_timeout = 0; above it", SEVERITY_WARNING},
     "CONCURRENTLY waits for old transactions. A timeout that ends it leaves an INVALID index, which serves no query, "
     "may "
     "already enforce uniqueness, and must be dropped.",
     "57014, and an INVALID index stays; in its last phase a unique one refuses duplicates (23505) though it is "
     "invalid.",
     timeout_breaks_index},
    {{"PL309", "concurrently-if-not-exists", "CREATE INDEX CONCURRENTLY IF NOT EXISTS",
      "leave IF NOT EXISTS out: the runner finds what an earlier try left, and builds it anew", SEVERITY_WARNING},
     "IF NOT EXISTS looks at the name alone.",
     "It says OK and keeps the INVALID index of a failed try, for good.",
     concurrently_if_not_exists},
    {{"PL310", "concurrently-on-partitioned", "an index is built CONCURRENTLY on a partitioned table",
      "CREATE INDEX ON ONLY it, then CONCURRENTLY on each partition, then ALTER INDEX ATTACH PARTITION",
      SEVERITY_ERROR},
     "PostgreSQL builds an index CONCURRENTLY on one table at a time.",
     "0A000 on all versions.",
     concurrently_on_partitioned},
    {{"PL311", "foreign-key-on-partitioned", "a foreign key NOT VALID on a partitioned table",
      "add and validate it on each partition (\"-- pleat: each partition of\"), then on the parent, which takes them "
      "over without "
      "a scan",
      SEVERITY_WARNING},
     "Only PostgreSQL 18 knows NOT VALID for the foreign key of a partitioned table.",
     "42809 on 13 to 17. A child's that is still NOT VALID when the parent's is added makes a second one, with a scan.",
     foreign_key_on_partitioned},
    {{"PL312", "not-null-without-default", "a new column is NOT NULL and has no default",
      "add it nullable, fill it in batches, then NOT NULL by way of a check; or give it a default", SEVERITY_ERROR},
     "Old rows have no value for it.",
     "23502 on every table with a row; and the old application's INSERT fails.",
     not_null_without_default},
    {{"PL313", "no-done-if", "a step that cannot be resumed",
      "\"-- pleat: done_if SELECT ...\" above it tells how to see that it has happened", SEVERITY_NOTICE},
     "What runs in a transaction is journalled with it, and the usual CONCURRENTLY statements are looked for in the "
     "catalog. Of "
     "others, and of commands, only done_if can tell; without it a run that was lost stops with a question.",
     "The next run waits for a person.",
     no_done_if},
    {{NULL}},
};
