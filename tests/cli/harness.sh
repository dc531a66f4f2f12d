#!/usr/bin/env bash
# The harness's own tests: what calls dumps equal must also call them unequal.
. "$(dirname "$0")/lib.sh"

case_order_of_statements_and_columns_does_not_count() {
    cat >a.sql <<'END'
create table one (id int primary key, label text default 'a,b;c' not null, constraint size check (length(label) < 9));
create function f() returns text language sql as $body$ select 'x;' -- (
$body$;
create table two (one_id int references one, note "char");
END
    cat >b.sql <<'END'
create table two (note "char", one_id int);
create table one (label text default 'a,b;c' not null, id int primary key, constraint size check (length(label) < 9));
alter table two add foreign key (one_id) references one;
create function f() returns text language sql as $body$ select 'x;' -- (
$body$;
END
    new_db left a.sql
    new_db right b.sql
    same_dump "$left" "$right"
    dump "$left" >left.dump
    same_dump left.dump "$right"
}

# One small change each: all of them must be seen.
case_differences_count() {
    local change
    cat >base.sql <<'END'
create table t (id int, label text);
create type pair as (x int, y int);
create function f() returns int begin atomic select case when true then 1 end; select 2; end;
comment on table t is 'a; b';
create view v as select id, label from t;
END
    new_db base base.sql
    for change in "alter table t alter id set not null" "comment on table t is 'a; c'" \
        "create or replace function f() returns int begin atomic select case when true then 1 end; select 3; end" \
        "drop type pair; create type pair as (y int, x int)" "alter table t set unlogged" \
        "create or replace view v as select id, label from t where id > 0" "alter table t add x int"; do
        new_db changed base.sql
        psql_do "$changed" "$change"
        echo "$change"
        must_fail same_dump "$base" "$changed"
    done
}

case_pleat_s_own_schema_is_left_out() {
    new_db plain
    new_db journal
    psql_do "$journal" "create schema pleat create table version (id text)"
    same_dump "$plain" "$journal"
}

must_fail() {
    if ("$@") >/dev/null 2>&1; then
        fail "went well: $*"
    fi
}

case_expectations_can_fail() {
    expect_exit 3 sh -c 'echo said; echo warned >&2; exit 3'
    expect_match '^said$'
    expect_match '^warned$' "$ERR"
    expect_no_match nothing
    must_fail expect_match x
    must_fail expect_no_match said
    must_fail expect_exit 0 false
    must_fail expect_equal a b
}

case_the_program_is_the_one_just_built() {
    expect_equal "$BUILD_ROOT/src/cli/pleat" "$(command -v pleat)"
}

case_nothing_of_the_user_is_seen() {
    expect_equal "$PLEAT_TEST_RUN/home" "$HOME"
    [ ${#XDG_RUNTIME_DIR} -lt 40 ]
}

run_cases "$@"
