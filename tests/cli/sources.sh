#!/usr/bin/env bash
# Sources of a comparison beside databases and declarations: SQL files and dumps; and where scratch databases are made.
. "$(dirname "$0")/lib.sh"

case_two_files() {
    printf 'create table t (a int);\n' >a.sql
    printf 'create table t (a int, b text);\ncreate policy p on t to nobody_here using (true);\n' >b.sql
    expect_exit 1 pleat diff file:a.sql file:b.sql --exit-code
    expect_match '\+ column b: text'
    expect_match '\+ policy p'
    expect_exit 0 pleat diff file:b.sql file:b.sql --exit-code
    expect_exit 0 pleat diff file:a.sql file:b.sql --sql
    expect_match 'ALTER TABLE public.t ADD COLUMN b text'
}

case_a_dump_and_its_database() {
    new_db db
    psql_do "$db" "create schema s; create type s.e as enum ('a', 'b'); create table s.t (id int primary key, e s.e);
                   create function f() returns int language sql begin atomic; select 1; end;
                   comment on table s.t is E'x;\n\\\\connect'"
    pg_dump -s -d "$db" >dump.sql
    expect_exit 0 pleat diff "$(url "$db")" file:dump.sql --exit-code
    psql_do "$db" "alter table s.t add c int"
    expect_exit 1 pleat diff file:dump.sql "$(url "$db")" --exit-code
    expect_match '\+ column c'
}

case_files_that_cannot_be_read() {
    expect_exit 2 pleat diff file:nothing.sql file:nothing.sql
    expect_match 'cannot read nothing.sql'
    printf 'create table t (a int);\n\n  create tabel u ();\n' >a.sql
    expect_exit 3 pleat diff file:a.sql file:a.sql
    expect_match 'a.sql:3: syntax error'
    printf 'create table t (a int);\ncopy t from stdin;\n1\n\\.\n' >a.sql
    expect_exit 2 pleat diff file:a.sql file:a.sql
    expect_match 'a.sql:4: only SQL can be read|a.sql:2: it holds rows'
    printf 'create table t (a int);\ncopy t from stdin;\n' >a.sql
    expect_exit 2 pleat diff file:a.sql file:a.sql
    expect_match 'a.sql:2: it holds rows'
    printf '\\connect other\n' >a.sql
    expect_exit 2 pleat diff file:a.sql file:a.sql
    expect_match 'a.sql:1: only SQL can be read, not \\connect other'
}

case_scratch_on_the_target_or_another_server() {
    new_db db
    mkdir schema
    printf 'tables:\n  t: {columns: {a: integer}, checks: {small: "a in (1, 2)"}}\n' >schema/t.yaml
    for scratch in target "$(url postgres)"; do
        cat >pleat.yaml <<END
databases: {it: "$(url "$db")"}
default: it
scratch: "$scratch"
END
        rm -rf "$XDG_CACHE_HOME"/pleat/realised-*
        expect_exit 1 no_scratch pleat diff --exit-code
        expect_match 'table public.t'
        expect_equal 0 "$(psql_do postgres "select count(*) from pg_database where datname like 'pleat_scratch%'")"
    done
}

run_cases "$@"
