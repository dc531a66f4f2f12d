/* What a statement leaves that a schema does not show. */
#include "sql/leaves.h"

#include <glib.h>

enum { NOTHING, WITHOUT_ROWS, SOMETHING };

static const struct {
    const char *sql;
    int leaves;
} CASES[] = {
    {"create table t (a int generated always as (b) stored)", NOTHING},
    {"create table t (a int) partition by range (a)", NOTHING},
    {"CREATE TABLE t AS SELECT 1 AS a", SOMETHING},
    {"create unlogged table if not exists t as values (1)", SOMETHING},
    {"create temp table t (a int)", SOMETHING},
    {"create view v as select 1", NOTHING},
    {"create materialized view v as select 1", NOTHING},
    {"create function f() returns int language sql as 'insert into t values (1)'", NOTHING},
    {"create index concurrently on t (a)", NOTHING},
    {"create user mapping for public server s", NOTHING},
    {"create user u", SOMETHING},
    {"CREATE ROLE r", SOMETHING},
    {"alter table t alter a set default 1", NOTHING},
    {"alter table t alter a restart with 7", SOMETHING},
    {"alter sequence s restart", SOMETHING},
    {"alter sequence s restart 5", SOMETHING},
    {"alter table t owner to r", SOMETHING},
    {"alter database d set work_mem = 1", SOMETHING},
    {"alter system set work_mem = 1", SOMETHING},
    {"drop table t", NOTHING},
    {"drop role r", SOMETHING},
    {"grant select on t to r", NOTHING},
    {"grant connect on database d to r", SOMETHING},
    {"grant a to b", SOMETHING},
    {"comment on table t is 'on role'", NOTHING},
    {"comment on role r is 'x'", SOMETHING},
    {"/* x */ update t set a = 1", WITHOUT_ROWS},
    {"delete from t", WITHOUT_ROWS},
    {"truncate t", WITHOUT_ROWS},
    {"insert into t values (1)", SOMETHING},
    {"with x as (select 1) insert into t select * from x", SOMETHING},
    {"with x as (select 1) update t set a = 1", SOMETHING},
    {"do $$ begin end $$", SOMETHING},
    {"call p()", SOMETHING},
    {"select setval('s', 9)", SOMETHING},
    {"reindex table t", NOTHING},
    {"set role r", NOTHING},
    {"frobnicate t", SOMETHING},
};

static void
test_statements(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        bool only_rows;
        const char *left = statement_leaves(CASES[i].sql, false, &only_rows);
        if ((left != NULL ? SOMETHING : only_rows ? WITHOUT_ROWS : NOTHING) != CASES[i].leaves)
            g_error("wrong about: %s: %s", CASES[i].sql, left);
    }
}

static void
test_owners(void)
{
    bool only_rows;
    g_assert_null(statement_leaves("alter table t owner to r", true, &only_rows));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/leaves/statements", test_statements);
    g_test_add_func("/leaves/owners", test_owners);
    return g_test_run();
}
