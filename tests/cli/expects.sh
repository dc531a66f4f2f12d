#!/usr/bin/env bash
# What a revision was made upon: an object that has drifted stops it before its first step.
. "$(dirname "$0")/lib.sh"

# The project's database $db, and $live, a production of its own; the table t and the function f in both.
project() {
    new_db db
    new_db live
    mkdir -p schema functions revisions
    printf 'databases:\n  dev: %s\n  live: %s\ndefault: dev\n' "'$(url "$db")'" "'$(url "$live")'" >pleat.yaml
    declare_table 'id: int not null, a: int'
    echo "CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';" >functions/f.sql
    change f0
    pleat upgrade head
    pleat upgrade head -d live
}

# declare_table COLUMNS
declare_table() {
    printf 'tables:\n  t:\n    columns: {%s}\n' "$1" >schema/t.yaml
}

# change ID: what leads to the declarations
change() {
    pleat revision --autogenerate --from revisions -m "change $1" --rev-id "$1" >/dev/null
}

file_of() {
    echo revisions/*_"$1"_*
}

case_a_drifted_table_stops_the_run() {
    project
    declare_table 'id: int not null, a: int, b: int'
    change b
    expect_match '^-- pleat: expects after f0$' "$(file_of b)"
    expect_match '^-- pleat: expects public.t [0-9a-f]{16} \(15\)$' "$(file_of b)"
    psql_do "$live" 'CREATE INDEX by_hand ON t (a)'
    expect_exit 2 pleat upgrade expand@head -d live
    expect_match 'revision b was made for other objects than are here; these have drifted: public.t \(indexes\)'
    expect_match 'hint: pleat check tells what differs; .*--allow-drift'
    expect_equal 0 "$(psql_do "$live" "SELECT count(*) FROM pleat.journal WHERE revision = 'b'")"
    expect_exit 0 pleat upgrade expand@head
    # going on is a choice that the journal keeps
    expect_exit 0 pleat upgrade expand@head -d live --allow-drift
    expect_match 'went on although this has drifted: public.t'
    expect_equal 'failed|went on although this has drifted: public.t (indexes)' \
        "$(psql_do "$live" "SELECT state, error FROM pleat.journal WHERE kind = 'expects'")"
    expect_exit 0 pleat upgrade expand@head -d live
    expect_match 'nothing to do'
    expect_exit 0 pleat downgrade expand@-1 -d live
}

case_what_has_drifted_is_named() {
    project
    declare_table 'id: int not null, a: bigint'
    echo "CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT 2';" >functions/f.sql
    printf 'tables:\n  n:\n    columns: {id: int}\n' >schema/n.yaml
    change b
    expect_match 'expects public.n absent \(15\)$' "$(file_of b)"
    expect_match 'expects "public.f\(integer\)"|expects public.f\(integer\) ' "$(file_of b)"
    psql_do "$live" "CREATE OR REPLACE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT 99'; CREATE TABLE n ();"
    expect_exit 2 pleat upgrade expand@head -d live
    expect_match 'public.f\(integer\) \(definition, triggers or policies\), public.n \(it is there already\)'
    psql_do "$live" 'DROP TABLE n; DROP FUNCTION f(integer)'
    expect_exit 2 pleat upgrade expand@head -d live
    expect_match 'drifted: public.f\(integer\) \(it is gone\)$'
}

case_what_the_revision_does_not_touch_may_drift() {
    project
    printf 'tables:\n  n:\n    columns: {id: int}\n' >schema/n.yaml
    change b
    psql_do "$live" 'ALTER TABLE t ADD COLUMN by_hand int'
    expect_exit 0 pleat upgrade expand@head -d live
}

case_both_phases_find_what_they_expect() {
    project
    declare_table 'id: int not null, a: bigint not null, b: int not null default 7'
    printf '    indexes: [[b]]\n    checks: {positive: b > 0}\n' >>schema/t.yaml
    change b
    expect_match 'expects public.t ' "$(file_of bc)"
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat check
    expect_exit 0 pleat upgrade expand@head -d live
    psql_do "$live" 'ALTER TABLE t ADD CONSTRAINT by_hand CHECK (id > 0)'
    expect_exit 2 pleat upgrade contract@head -d live
    expect_match 'revision bc .*: public.t \(constraints\)'
    psql_do "$live" 'ALTER TABLE t DROP CONSTRAINT by_hand'
    expect_exit 0 pleat upgrade contract@head -d live
    same_dump "$db" "$live"
}

case_a_contract_that_waits_is_no_drift() {
    project
    declare_table 'id: int not null'
    change b
    declare_table 'id: int not null, c: int'
    change c
    expect_exit 0 pleat upgrade expand@head -d live
    expect_match 'upgrade c expand'
    expect_exit 0 pleat upgrade contract@head -d live
    expect_exit 0 pleat check -d live
}

case_another_branch_is_no_drift() {
    project
    declare_table 'id: int not null, a: int, b: int'
    change b
    mkdir aside
    mv "$(file_of b)" aside
    declare_table 'id: int not null, a: int, c: int'
    change c
    mv aside/* revisions/
    expect_exit 0 pleat merge -m both --rev-id m
    expect_exit 0 pleat upgrade expand@head -d live
    expect_equal 'a b c id' "$(psql_do "$live" "SELECT attname FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY 1" | xargs)"
}

case_renamings_and_other_versions_are_not_judged() {
    project
    printf 'tables:\n  u:\n    renamed_from: t\n    columns: {id: int not null, a: int}\n' >schema/t.yaml
    change b
    expect_no_match 'expects' "$(file_of b)"
    printf 'tables:\n  u:\n    columns: {id: int not null, a: int, c: int}\n' >schema/t.yaml
    change c
    expect_match 'expects public.u .* \(15\)$' "$(file_of c)"
    sed -i 's/(15)$/(99)/' "$(file_of c)"
    psql_do "$live" 'CREATE INDEX by_hand ON t (id)'
    expect_exit 0 pleat upgrade head --both-phases -d live
}

run_cases "$@"
