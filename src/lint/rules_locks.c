/* rules_locks.c - what makes queries wait: strong locks that are held while a table is read or written anew */
#include "lint/expression.h"
#include "lint/rule.h"

#include <string.h>

/* Is it done to a table that is there already? */
static bool
on_old_table(const Site *site, OperationType type)
{
    const Operation *operation = site->operation;
    return operation_is(operation, type, "table") && operation->object.name != NULL &&
           !site_is_new(site, operation->object) &&
           known_find(site->known, FACT_FOREIGN, operation->object, NULL) == NULL;
}

/* Indexes --------------------------------------------------------------------------------------------------------- */

/* Has pleat built one in each partition of the table before? Then what it makes of the table adopts these. */
static bool
adopts_parts(const Site *site)
{
    for (guint i = 0; site->section->generated && i < site->index; i++) {
        const Site *before = SECTION_SITE(site->section, i);
        if (operation_is(before->operation, OP_CREATE, "index") && before->each.name != NULL &&
            object_is(before->each, site_table(site)))
            return true;
    }
    return false;
}

static bool
index_not_concurrent(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!operation_is(operation, OP_CREATE, "index") || (operation->flags & (OP_CONCURRENTLY | OP_ONLY)) != 0 ||
        operation->table.name == NULL || site_is_new(site, operation->table) || adopts_parts(site))
        return false;
    return say(text, "the index %s is built while every write to %s waits",
               object_text(site->section->arena, operation->object),
               object_text(site->section->arena, operation->table));
}

static bool
drop_index_not_concurrent(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!operation_is(operation, OP_DROP, "index") || (operation->flags & OP_CONCURRENTLY) != 0 ||
        site_is_new(site, operation->object) || site->section->generated) /* it does so where it cannot otherwise */
        return false;
    return say(text, "dropping the index %s locks its table, for reads too",
               object_text(site->section->arena, operation->object));
}

static bool
reindex_not_concurrent(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (operation->type != OP_REINDEX || (operation->flags & OP_CONCURRENTLY) != 0 ||
        site_is_new(site, operation->object))
        return false;
    return say(text, "REINDEX of %s blocks writes, and reads that would use the index, until it is done",
               object_text(site->section->arena, operation->object));
}

/* Constraints ----------------------------------------------------------------------------------------------------- */

static bool
adds_constraint(const Site *site, const char *form, unsigned excuses)
{
    const Operation *operation = site->operation;
    return on_old_table(site, OP_ADD_CONSTRAINT) && strcmp(operation->form, form) == 0 &&
           (operation->flags & excuses) == 0;
}

/* Is it valid on each partition already? Then the parent's is merged with those. */
static bool
is_on_partitions(const Site *site)
{
    const Operation *operation = site->operation;
    const Fact *fact =
        operation->part == NULL ? NULL : known_find(site->known, FACT_PARTITIONS, operation->object, operation->part);
    return fact != NULL && (fact->flags & FACT_VALID) != 0;
}

static bool
check_scans(const Site *site, GString *text)
{
    if ((!adds_constraint(site, "check", OP_NOT_VALID | OP_NOT_ENFORCED) &&
         !adds_constraint(site, "not null", OP_NOT_VALID)) ||
        is_on_partitions(site))
        return false;
    return say(text, "all of %s is read for the check while nobody can use the table",
               object_text(site->section->arena, site->operation->object));
}

static bool
foreign_key_scans(const Site *site, GString *text)
{
    if (!adds_constraint(site, "foreign key", OP_NOT_VALID | OP_NOT_ENFORCED) || is_on_partitions(site))
        return false;
    const Operation *operation = site->operation;
    const Token *references = tokens_find(operation->rest, "references");
    ObjectName other = {NULL, NULL};
    if (references != NULL)
        tokens_name(site->section->arena, &references, &other);
    return say(text, "all of %s is read for the foreign key while writes to it and to %s wait",
               object_text(site->section->arena, operation->object), object_text(site->section->arena, other));
}

static bool
unique_builds(const Site *site, GString *text)
{
    if ((!adds_constraint(site, "unique", OP_USING_INDEX | OP_ONLY) &&
         !adds_constraint(site, "primary key", OP_USING_INDEX | OP_ONLY)) ||
        adopts_parts(site))
        return false;
    return say(text, "the index of the %s is built while nobody can use %s",
               strcmp(site->operation->form, "unique") == 0 ? "unique constraint" : "primary key",
               object_text(site->section->arena, site->operation->object));
}

static bool
exclusion_builds(const Site *site, GString *text)
{
    if (!adds_constraint(site, "exclude", OP_ONLY))
        return false;
    return say(text, "the index of the exclusion constraint is built while nobody can use %s",
               object_text(site->section->arena, site->operation->object));
}

static bool
set_not_null_scans(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!on_old_table(site, OP_SET_NOT_NULL) || operation->part == NULL)
        return false;
    const Fact *proof = known_find(site->known, FACT_NOT_NULL, operation->object, operation->part);
    if (proof != NULL && (proof->flags & FACT_VALID) != 0)
        return false;
    return say(text, "all of %s is read for NULLs in %s while nobody can use it%s",
               object_text(site->section->arena, operation->object), name_text(site->section->arena, operation->part),
               proof == NULL ? "" : ": the check that would prove it is not validated");
}

/* Columns --------------------------------------------------------------------------------------------------------- */

static bool
add_column_rewrites(const Site *site, GString *text)
{
    if (!on_old_table(site, OP_ADD_COLUMN))
        return false;
    const char *because = column_rewrites(site);
    return because != NULL && say(text, "%s is written anew, with all indexes, while nobody can use it: %s",
                                  object_text(site->section->arena, site->operation->object), because);
}

static bool
add_column_may_rewrite(const Site *site, GString *text)
{
    if (!on_old_table(site, OP_ADD_COLUMN) || column_rewrites(site) != NULL)
        return false;
    const char *routine = default_unknown_routine(site);
    return routine != NULL && say(text, "%s is written anew if %s() is volatile, which no revision tells",
                                  object_text(site->section->arena, site->operation->object), routine);
}

static bool
add_column_checks(const Site *site, GString *text)
{
    static const struct {
        const char *words, *harm;
    } PARTS[] = {
        {"check (", "the whole table is read for its check, though it is empty everywhere,"},
        {"references", "the table that it references is locked too, and its rows are looked up if it has a default,"},
        {"unique", "its index is built"},
        {"primary key", "its index is built"},
    };
    if (!on_old_table(site, OP_ADD_COLUMN))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++)
        if (tokens_begin_anywhere(site->operation->rest, PARTS[i].words))
            return say(text, "with the new column %s %s while nobody can use the table", site_object(site),
                       PARTS[i].harm);
    return false;
}

static bool
retype_rewrites(const Site *site, GString *text)
{
    return on_old_table(site, OP_RETYPE) && retype_cost(site) == RETYPE_REWRITES &&
           say(text, "%s is written anew, with all indexes, while nobody can use it: the type of %s changes",
               object_text(site->section->arena, site->operation->object),
               name_text(site->section->arena, site->operation->part));
}

static bool
retype_may_rewrite(const Site *site, GString *text)
{
    return on_old_table(site, OP_RETYPE) && retype_cost(site) == RETYPE_UNCLEAR &&
           say(text, "unless the old type of %s is one that this one only widens, the whole table is written anew",
               site_object(site));
}

/* Whole tables ---------------------------------------------------------------------------------------------------- */

static bool
table_rewrites(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    const bool expression = on_old_table(site, OP_SET_EXPRESSION);
    if (!expression && !on_old_table(site, OP_REWRITE))
        return false;
    return say(text, "%s is written anew while nobody can use it",
               object_text(site->section->arena, operation->object));
}

static bool
domain_scans(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    const bool adds = operation->type == OP_ADD_CONSTRAINT && (operation->flags & OP_NOT_VALID) == 0;
    if (strcmp(operation->kind, "domain") != 0 || site_is_new(site, operation->object) ||
        (!adds && operation->type != OP_SET_NOT_NULL && operation->type != OP_VALIDATE))
        return false;
    return say(text, "every table with a column of domain %s is read while its writes wait",
               object_text(site->section->arena, operation->object));
}

static bool
has_valid_check(const Site *site, ObjectName table)
{
    g_autoptr(GPtrArray) facts = known_each(site->known, FACT_CONSTRAINT, table);
    return facts->len > 0;
}

static bool
attach_scans(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!operation_is(operation, OP_ATTACH, "table") || site_is_new(site, operation->table) ||
        has_valid_check(site, operation->table))
        return false;
    return say(text, "all of %s is read under a lock, and indexes that it lacks are built, when it is attached",
               object_text(site->section->arena, operation->table));
}

static bool
detach_not_concurrent(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    return operation_is(operation, OP_DETACH, "table") && (operation->flags & OP_CONCURRENTLY) == 0 &&
           !site_is_new(site, operation->object) &&
           say(text, "detaching %s locks all of %s, for reads too", object_text(site->section->arena, operation->table),
               object_text(site->section->arena, operation->object));
}

static bool
refresh_not_concurrent(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    return operation->type == OP_REFRESH && (operation->flags & OP_CONCURRENTLY) == 0 &&
           tokens_find(operation->rest, "no data") == NULL && !site_is_new(site, operation->object) &&
           say(text, "nobody can read %s while it is filled anew",
               object_text(site->section->arena, operation->object));
}

static bool
lock_table(const Site *site, GString *text)
{
    static const char *const WEAK[] = {"access share mode", "row share mode", "row exclusive mode",
                                       "share update exclusive mode"};
    const Operation *operation = site->operation;
    if (operation->type != OP_LOCK || site_is_new(site, operation->object) || site->section->generated)
        return false;
    const Token *mode = tokens_find(operation->all, "in");
    for (size_t i = 0; mode != NULL && i < G_N_ELEMENTS(WEAK); i++)
        if (tokens_begin(mode, WEAK[i]))
            return false;
    return say(text, "%s is locked until the transaction ends", object_text(site->section->arena, operation->object));
}

static bool
drop_locks_referenced(const Site *site, GString *text)
{
    const Operation *operation = site->operation;
    if (!operation_is(operation, OP_DROP, "table") || site_is_new(site, operation->object))
        return false;
    g_autoptr(GPtrArray) references = known_each(site->known, FACT_REFERENCE, operation->object);
    for (guint i = 0; i < references->len; i++) {
        const Fact *reference = references->pdata[i];
        if (strcmp(reference->text, object_text(site->section->arena, operation->object)) != 0)
            return say(text, "dropping %s also locks %s, which it references, for reads too",
                       object_text(site->section->arena, operation->object), reference->text);
    }
    return false;
}

const Rule rules_locks[] = {
    {{"PL101", "index-not-concurrent", "an index is built on a table in use without CONCURRENTLY",
      "CREATE INDEX CONCURRENTLY, outside of BEGIN; on a partitioned table CREATE INDEX ON ONLY it, then CONCURRENTLY "
      "on "
      "each partition, then ALTER INDEX ATTACH PARTITION",
      SEVERITY_WARNING},
     "CREATE INDEX takes a SHARE lock: every INSERT, UPDATE and DELETE waits until the index is built.",
     "Writes blocked for 135 ms on 300,000 rows, growing with the table. With CONCURRENTLY writes go on; the build "
     "reads "
     "the table twice.",
     index_not_concurrent},
    {{"PL102", "drop-index-not-concurrent", "an index is dropped without CONCURRENTLY",
      "DROP INDEX CONCURRENTLY, outside of BEGIN", SEVERITY_NOTICE},
     "A plain DROP INDEX takes ACCESS EXCLUSIVE on the table. It is short once granted, but waits behind every open "
     "query, "
     "and everybody else waits behind it.",
     "With a reader open for 2.0 s, a statement that wants ACCESS EXCLUSIVE waits 2,023 ms and a one-row SELECT that "
     "came "
     "after it 1,815 ms; with CONCURRENTLY the lock is SHARE UPDATE EXCLUSIVE, which blocks no query.",
     drop_index_not_concurrent},
    {{"PL103", "check-scans", "a check is added and validated at once",
      "ADD CONSTRAINT ... NOT VALID, and VALIDATE CONSTRAINT in a transaction of its own", SEVERITY_WARNING},
     "ADD CHECK reads the whole table under ACCESS EXCLUSIVE. NOT VALID reads nothing, and VALIDATE reads under a lock "
     "that "
     "blocks no query.",
     "On 1,200 partitions with 300,000 rows all partitions stay locked for 269 ms and more with the data; NOT VALID "
     "needs no "
     "scan, VALIDATE none of the lock.",
     check_scans},
    {{"PL104", "foreign-key-scans", "a foreign key is added and validated at once",
      "ADD CONSTRAINT ... NOT VALID, and VALIDATE CONSTRAINT in a transaction of its own", SEVERITY_WARNING},
     "ADD FOREIGN KEY takes SHARE ROW EXCLUSIVE on both tables and holds it while it looks up every row.",
     "73 ms for 300,000 rows with writes to both tables blocked, growing with the table; a deadlock (40P01) with an "
     "application that updates the parent and then inserts the child. VALIDATE lets writers of both go on.",
     foreign_key_scans},
    {{"PL105", "unique-builds-index", "a unique constraint or primary key builds its index under the lock",
      "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT ... USING INDEX", SEVERITY_WARNING},
     "ADD UNIQUE and ADD PRIMARY KEY read the table and build an index under ACCESS EXCLUSIVE. With USING INDEX they "
     "take an "
     "index that is there.",
     "USING INDEX is instant; the direct form takes as long as the build, with reads and writes blocked. A primary key "
     "over "
     "nullable columns still reads for NULLs (88 ms for 300,000 rows) unless a valid check says that there are none.",
     unique_builds},
    {{"PL106", "exclusion-builds-index", "an exclusion constraint is added to a table in use",
      "make a new table with the constraint, keep it in step by a trigger, and swap; or add it while nothing runs",
      SEVERITY_WARNING},
     "EXCLUDE knows neither NOT VALID nor USING INDEX, on any version: its index is built under ACCESS EXCLUSIVE.",
     "13.5 s for a GiST index over 300,000 rows, with reads and writes blocked.",
     exclusion_builds},
    {{"PL107", "set-not-null-scans", "SET NOT NULL without a validated check",
      "ADD CONSTRAINT ... CHECK (c IS NOT NULL) NOT VALID; VALIDATE it apart; then SET NOT NULL and drop the check",
      SEVERITY_WARNING},
     "SET NOT NULL reads the whole table under ACCESS EXCLUSIVE, unless a valid check proves that there is no NULL.",
     "34 ms for 300,000 rows, growing with the table; 0 ms with the proof. A check that is not validated, or that says "
     "only "
     "c > 0, is no proof.",
     set_not_null_scans},
    {{"PL108", "add-column-rewrites", "a new column makes PostgreSQL write the table anew",
      "add the column without it, set the default apart, fill it in batches (\"-- pleat: backfill\"), then NOT NULL by "
      "way of "
      "a check",
      SEVERITY_WARNING},
     "A volatile default, serial, identity, a stored generated column, and a domain with a constraint (even on a "
     "nullable "
     "column without a default) give each old row a value of its own: the table and all its indexes are written anew "
     "under "
     "ACCESS EXCLUSIVE. Constants and now() do not.",
     "1.6 to 2.5 s for 300,000 rows and some 120 MB of WAL (4.2 s with uuidv7()); a non-volatile default is instant.",
     add_column_rewrites},
    {{"PL109", "add-column-checks", "a new column brings a constraint along that is checked at once",
      "add the column, then the constraint as NOT VALID (or by an index built CONCURRENTLY), and validate apart",
      SEVERITY_WARNING},
     "A CHECK, REFERENCES, UNIQUE or PRIMARY KEY in ADD COLUMN is checked, or its index built, under the ACCESS "
     "EXCLUSIVE "
     "lock of the ALTER TABLE.",
     "A check reads 300,000 rows in 117 ms though every value is NULL; REFERENCES also locks the other table, 143 ms "
     "with a "
     "default.",
     add_column_checks},
    {{"PL110", "add-column-may-rewrite", "a new column's default calls a function of unknown volatility",
      "declare the function STABLE or IMMUTABLE if it is, or set the default apart from ADD COLUMN", SEVERITY_NOTICE},
     "A function is VOLATILE unless its definition says otherwise, and a volatile default writes the table anew "
     "(PL108).",
     "As PL108.",
     add_column_may_rewrite},
    {{"PL111", "retype-rewrites", "a new type makes PostgreSQL write the table anew",
      "add a new column of the type, keep both in step by a trigger, fill it in batches, and swap the names",
      SEVERITY_WARNING},
     "Most changes of a type, and each with a USING that is more than the column, write the table and all its indexes "
     "anew "
     "under ACCESS EXCLUSIVE. timestamp to timestamptz is free only in a session whose TimeZone is UTC, and without "
     "USING.",
     "int to bigint: 2.0 s and 120 MB of WAL for 300,000 rows and six indexes; the swap of a filled column locks for "
     "16 ms, "
     "whatever the size.",
     retype_rewrites},
    {{"PL112", "retype-may-rewrite", "a new type that is free only from some types",
      "make sure that the old type is a narrower one of the same family; else see PL111", SEVERITY_NOTICE},
     "varchar and numeric that grow, and varchar to text, are free; from any other type, or when they shrink, the "
     "table is "
     "written anew. What the old type is does not stand in the statement.",
     "Free changes take no time; the others as PL111. A free change still fails prepared statements once per session "
     "(0A000).",
     retype_may_rewrite},
    {{"PL113", "table-rewrites", "a command that writes a table anew",
      "let it be, or do it while nothing runs; pg_repack does without the lock", SEVERITY_WARNING},
     "SET LOGGED, SET UNLOGGED, SET TABLESPACE, SET ACCESS METHOD, SET EXPRESSION, CLUSTER and VACUUM FULL copy the "
     "table "
     "under ACCESS EXCLUSIVE.",
     "0.6 to 2.4 s for 300,000 rows; SET LOGGED writes 96 MB of WAL.",
     table_rewrites},
    {{"PL114", "domain-scans", "a constraint of a domain is checked in every table that uses it",
      "ADD CONSTRAINT ... NOT VALID checks new values without a scan; for old ones, a check NOT VALID on each table, "
      "validated apart",
      SEVERITY_WARNING},
     "ALTER DOMAIN locks every table with a column of the domain against writes and reads all of them. Other than a "
     "table's, "
     "even VALIDATE blocks writers.",
     "221 ms for three tables, writes blocked everywhere; VALIDATE waited behind one open writer "
     "(55P03).",
     domain_scans},
    {{"PL115", "attach-scans", "a table is attached as a partition without a check that proves its bounds",
      "first ADD CONSTRAINT ... CHECK (the bound AND key IS NOT NULL) NOT VALID and VALIDATE it, and build the "
      "parent's "
      "indexes CONCURRENTLY",
      SEVERITY_WARNING},
     "ATTACH PARTITION reads the table, and a default partition, under ACCESS EXCLUSIVE unless a valid check implies "
     "the "
     "bounds, and builds each index that the parent has and it lacks.",
     "Three scans and 263 ms against 1 ms with check and indexes.",
     attach_scans},
    {{"PL116", "reindex-not-concurrent", "REINDEX without CONCURRENTLY", "REINDEX ... CONCURRENTLY, outside of BEGIN",
      SEVERITY_WARNING},
     "REINDEX takes SHARE on the table and ACCESS EXCLUSIVE on the index, which also blocks queries that would use it.",
     "Blocked for as long as the build takes; CONCURRENTLY takes SHARE UPDATE EXCLUSIVE.",
     reindex_not_concurrent},
    {{"PL117", "refresh-not-concurrent", "a materialized view is refreshed without CONCURRENTLY",
      "REFRESH MATERIALIZED VIEW CONCURRENTLY, which needs a unique index", SEVERITY_NOTICE},
     "REFRESH takes ACCESS EXCLUSIVE on the view while its query runs.",
     "Readers blocked for 232 ms; CONCURRENTLY lets them go on and takes four times as long.",
     refresh_not_concurrent},
    {{"PL118", "detach-not-concurrent", "a partition is detached without CONCURRENTLY",
      "ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY (from PostgreSQL 14, without a default partition)",
      SEVERITY_NOTICE},
     "DETACH PARTITION takes ACCESS EXCLUSIVE on the parent: it waits behind every query of the whole table, and all "
     "others "
     "wait behind it.",
     "CONCURRENTLY takes SHARE UPDATE EXCLUSIVE on both.",
     detach_not_concurrent},
    {{"PL119", "lock-table", "LOCK TABLE in a mode that blocks queries",
      "keep the transaction short, and lock in the order in which the application does, the parent first",
      SEVERITY_NOTICE},
     "An explicit lock holds until the transaction ends. It is right where two tables must be locked in the "
     "application's "
     "order, and wrong around anything that takes long.",
     "SHARE and stronger block writers, ACCESS EXCLUSIVE readers too.",
     lock_table},
    {{"PL120", "drop-locks-referenced", "a table is dropped with its foreign keys",
      "ALTER TABLE ... DROP CONSTRAINT first, a transaction for each foreign key", SEVERITY_WARNING},
     "DROP TABLE takes ACCESS EXCLUSIVE on each table that it references, too. DROP CONSTRAINT does as well, but "
     "alone, for an "
     "instant, and tried again when it does not get the lock.",
     "Blocked by one plain reader of the referenced table, with everybody else behind it.",
     drop_locks_referenced},
    {{NULL}},
};
