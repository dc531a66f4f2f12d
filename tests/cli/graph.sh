#!/usr/bin/env bash
# Commands that look at revisions and work on their files.
. "$(dirname "$0")/lib.sh"

project() {
    expect_exit 0 pleat init
    expect_exit 0 pleat revision -m one --rev-id a1
    expect_exit 0 pleat revision -m two --rev-id a2
}

# An editor that writes down which files it was given, and puts a statement into the first.
make_editor() {
    printf '#!/bin/sh\nprintf "%%s\\n" "$@" >given\nsed -i "s/^-- the way forth/%s/" "$2"\nexit %s\n' "$1" "${2:-0}" >editor
    chmod +x editor
    export EDITOR="./editor --wait" VISUAL=
}

case_edit_opens_the_file() {
    project
    make_editor 'SELECT 1;'
    expect_exit 0 pleat edit a1
    expect_equal "$(printf -- '--wait\n%s' revisions/*_a1_*.sql)" "$(cat given)"
    grep -q '^SELECT 1;' revisions/*_a1_*
}

case_edit_takes_symbols() {
    project
    make_editor 'SELECT 1;'
    expect_exit 0 pleat edit head
    expect_equal "$(printf -- '--wait\n%s' revisions/*_a2_*.sql)" "$(cat given)"
    expect_exit 2 pleat edit base
    expect_match 'nothing to edit'
    expect_exit 2 pleat edit zz
}

case_edit_says_what_is_wrong_then() {
    project
    make_editor 'COMMIT;'
    expect_exit 2 pleat edit a1
    expect_match '_a1_.*:[0-9]+:1: error: COMMIT without BEGIN'
}

case_an_editor_that_fails() {
    project
    make_editor 'SELECT 1;' 3
    expect_exit 2 pleat edit a1
    expect_match 'editor: .*3'
    VISUAL=/nowhere/editor expect_exit 2 pleat edit a1
    expect_match 'cannot start the editor'
    VISUAL='"' expect_exit 2 pleat edit a1
    expect_match 'is no command'
}

case_a_wait_is_a_duration() {
    project
    new_db db
    expect_exit 2 pleat -d "$(url "$db")" upgrade head --wait soon
    expect_match 'hint: a number with ms, s, min, h or d: 30s'
    expect_exit 0 pleat -d "$(url "$db")" upgrade head --wait 5s
    expect_exit 0 pleat -d "$(url "$db")" downgrade base --wait 1min
}

case_branches_of_several() {
    project
    for id in b1 b2; do
        sed "s/revision a2/revision $id/" revisions/*_a2_* >revisions/20990101_${id}_expand_more.sql
    done
    expect_exit 0 pleat branches
    expect_match '^a1 \(expand\) \(branchpoint\)'
    for id in a2 b1 b2; do expect_match "-> $id"; done
}

case_a_revision_after_another() {
    project
    expect_exit 2 pleat revision -m three --rev-id b1 --head a1
    expect_match 'revision a1 is not a head of expand'
    expect_exit 0 pleat revision -m three --rev-id b1 --head a1 --splice
    expect_match 'after a1$' revisions/*_b1_*
    expect_exit 2 pleat revision -m four --rev-id c1
    expect_match 'expand has 2 heads'
    expect_exit 0 pleat revision -m four --rev-id c1 --head b1
    expect_match 'after b1$' revisions/*_c1_*
    expect_exit 0 pleat revision -m five --rev-id d1 --head a2@head
    expect_match 'after a2$' revisions/*_d1_*
    expect_exit 2 pleat revision -m six --head zz
}

case_a_revision_after_nothing() {
    project
    expect_exit 0 pleat revision -m apart --rev-id b1 --head base --branch-label apart
    expect_match 'revision b1 expand$' revisions/*_b1_*
    expect_exit 0 pleat history -r base:apart@head
    expect_equal '<base> -> b1 (expand) (head), apart' "$(cat "$OUT")"
}

# One that has all revisions, and one that lags behind.
two_databases() {
    new_db db
    new_db late
    mkdir schema
    printf 'databases: {db: "%s", late: "%s"}\ndefault: db\n' "$(url "$db")" "$(url "$late")" >pleat.yaml
}

# revise ID: writes what has changed as a revision, and applies both phases.
revise() {
    expect_exit 0 pleat revision --autogenerate -m change --rev-id "$1"
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat upgrade contract@head
}

# A column that an earlier contract drops and a later expand adds: who lags behind is told which deployment is missing.
case_what_comes_again_waits_for_the_contract() {
    two_databases
    change() {
        printf 'tables: {t: {columns: {a: int%s}}}\n' "$2" >schema/t.yaml
        revise "$1"
    }
    change a1 ', b: int'
    change b1 ''
    change c1 ', b: int, c: int'
    expect_match '^-- pleat: depends_on b1c$' revisions/*_c1_*
    change d1 ', b: int, c: int, d: int'
    expect_equal '' "$(grep depends_on revisions/*_d1_*)"
    expect_exit 0 pleat -d late upgrade a1
    expect_exit 2 pleat -d late upgrade expand@head
    expect_match 'expand c1 needs contract b1c, which is not applied'
    expect_exit 0 pleat -d late upgrade contract@head --override 'a test'
    expect_exit 0 pleat -d late upgrade expand@head
    expect_equal "$(dump "$db")" "$(dump "$late")"
}

# So does a type that changes twice, and an index: the one before stands beside it until the contract.
case_what_is_exchanged_twice_waits_for_the_contract() {
    two_databases
    change() {
        printf 'tables: {t: {columns: {a: %s, b: %s}, indexes: {t_i: %s}}, u: {columns: {a: %s}}}\n' "${@:2}" >schema/t.yaml
        revise "$1"
    }
    change a1 integer integer '(a)' integer
    change b1 integer bigint '(a)' integer
    change c1 integer numeric '(a)' bigint
    expect_match '^-- pleat: depends_on b1c$' revisions/*_c1_*
    change d1 integer numeric '"(a, b)"' bigint
    expect_equal '' "$(grep depends_on revisions/*_d1_*)"
    change e1 integer numeric '"(b, a)"' bigint
    expect_match '^-- pleat: depends_on d1c$' revisions/*_e1_*
    change f1 integer numeric '"(b, a)"' numeric
    expect_equal '' "$(grep depends_on revisions/*_f1_*)" # e1 stands on it already
    expect_exit 0 pleat -d late upgrade b1
    expect_exit 2 pleat -d late upgrade expand@head
    expect_match 'expand c1 needs contract b1c, which is not applied'
}

# The columns of t, in the order of their names, with their types.
columns_of_t() {
    psql_do "$1" "select string_agg(attname || ' ' || atttypid::regtype, ', ' order by attname collate \"C\") from pg_attribute
                  where attrelid = 't'::regclass and attnum > 0 and not attisdropped"
}

# Feature A renames a column, feature B changes the type of another: each is deployed by itself, in its own time.
case_two_features_interleaved() {
    local name
    mkdir schema
    echo 'databases:' >pleat.yaml
    for name in db in_turn between wrong; do
        new_db "$name"
        printf '  %s: "%s"\n' "$name" "$(url "${!name}")" >>pleat.yaml
    done
    echo 'default: db' >>pleat.yaml
    change() {
        printf 'tables: {t: {columns: {id: int not null, %s}, primary_key: [id]}}\n' "$2" >schema/t.yaml
        revise "$1"
    }
    change z1 'a: int, c: int'
    change a1 'b: {type: int, renamed_from: a}, c: int'
    change b1 'b: int, c: bigint'
    for name in in_turn between wrong; do
        expect_exit 0 pleat -d "$name" upgrade z1
        psql_do "${!name}" 'insert into t values (1, 2, 3)'
    done

    # one feature after the other
    expect_exit 0 pleat -d in_turn upgrade a1
    expect_equal 'a integer, b integer, c integer, id integer' "$(columns_of_t "$in_turn")"
    expect_exit 0 pleat -d in_turn upgrade a1c
    expect_equal 'b integer, c integer, id integer' "$(columns_of_t "$in_turn")"
    expect_exit 0 pleat -d in_turn upgrade b1
    expect_equal 'b integer, c integer, id integer, pleat_new_c bigint' "$(columns_of_t "$in_turn")"
    expect_exit 0 pleat -d in_turn upgrade b1c

    # the second one is expanded before the first is contracted
    expect_exit 0 pleat -d between upgrade a1
    expect_exit 0 pleat -d between upgrade b1
    expect_equal 'a integer, b integer, c integer, id integer, pleat_new_c bigint' "$(columns_of_t "$between")"
    psql_do "$between" 'insert into t (id, a, c) values (2, 20, 21); insert into t (id, b, c) values (3, 30, 31)'
    expect_exit 0 pleat -d between upgrade a1c
    expect_equal 'b integer, c integer, id integer, pleat_new_c bigint' "$(columns_of_t "$between")"
    expect_exit 0 pleat -d between upgrade b1c
    expect_equal '(1,2,3) (2,20,21) (3,30,31)' "$(psql_do "$between" "select string_agg((id, b, c)::text, ' ' order by id) from t")"

    for name in in_turn between; do
        expect_equal 'b integer, c bigint, id integer' "$(columns_of_t "${!name}")"
        expect_exit 0 pleat -d "$name" check
        expect_equal "$(dump "$db")" "$(dump "${!name}")"
    done

    # a contract waits for its own expand, whatever else is there
    expect_exit 2 pleat -d wrong upgrade a1c
    expect_match '"a1c" would run expand a1 and contract a1c at once'
    expect_exit 2 pleat -d wrong upgrade contract@head
    expect_match 'contract a1c needs expand a1, which is not applied'
    expect_exit 0 pleat -d wrong upgrade a1
    expect_exit 2 pleat -d wrong upgrade contract@head
    expect_match 'contract b1c needs expand b1, which is not applied'
    expect_equal 'a integer, b integer, c integer, id integer' "$(columns_of_t "$wrong")"
    expect_exit 0 pleat -d wrong upgrade b1

    # the way back is the way forth in reverse, and an expand is not undone beneath its contract
    expect_exit 2 pleat -d between downgrade expand@-1
    expect_exit 0 pleat -d between downgrade contract@-1
    expect_exit 0 pleat -d between downgrade contract@-1
    expect_equal "$(columns_of_t "$wrong")" "$(columns_of_t "$between")"
    expect_exit 0 pleat -d between downgrade expand@-1
    expect_exit 0 pleat -d between downgrade expand@-1
    expect_equal 'a integer, c integer, id integer' "$(columns_of_t "$between")"
    expect_equal '(1,2,3) (2,20,21) (3,30,31)' "$(psql_do "$between" "select string_agg((id, a, c)::text, ' ' order by id) from t")"
}

# What the scripts do is what the commands do.
case_stamping_offline() {
    local applied="select string_agg(id || ' ' || checksum || ' ' || file_digest, ',' order by id) from pleat.version"
    new_db online
    new_db offline
    project
    expect_exit 0 pleat -d "$(url "$online")" stamp a1
    expect_exit 0 pleat stamp a2 --sql
    psql -X -q -d "$offline" -f "$OUT"
    expect_exit 0 pleat stamp a1 --purge --sql
    psql -X -q -d "$offline" -f "$OUT"
    expect_equal "$(psql_do "$online" "$applied")" "$(psql_do "$offline" "$applied")"
    expect_exit 0 pleat stamp a1 --sql
    psql -X -q -d "$offline" -f "$OUT"
    expect_equal "$(psql_do "$online" "$applied")" "$(psql_do "$offline" "$applied")"
    expect_exit 0 pleat -d "$(url "$offline")" current
    expect_match '^a1 '
    expect_exit 0 pleat stamp base --sql
    psql -X -q -d "$offline" -f "$OUT"
    expect_equal '' "$(psql_do "$offline" "$applied")"
    expect_exit 2 pleat stamp expand@base --sql
    expect_match 'only a database can say'
}

case_ensure_version_offline() {
    new_db db
    project
    expect_exit 0 pleat ensure_version --sql
    psql -X -q -d "$db" -f "$OUT"
    psql -X -q -d "$db" -f "$OUT"
    expect_equal 0 "$(psql_do "$db" 'select count(*) from pleat.version')"
    expect_exit 0 pleat -d "$(url "$db")" upgrade expand@head
}

# Its id sorts before that of the revision that makes the table: nothing but its header says which comes first.
case_a_contract_alone_stands_on_the_expand_before_it() {
    new_db db
    printf 'databases:\n  test: "%s"\ndefault: test\n' "$(url "$db")" >pleat.yaml
    mkdir schema
    echo 'tables: {t: {columns: {a: int, b: int}}}' >schema/t.yaml
    expect_exit 0 pleat revision --autogenerate -m first --rev-id z9
    expect_exit 0 pleat upgrade heads --both-phases
    echo 'tables: {t: {columns: {a: int}}}' >schema/t.yaml
    expect_exit 0 pleat revision --autogenerate -m second --rev-id a1
    expect_match '^-- pleat: depends_on z9$' "$(echo revisions/*a1c*)"
    new_db other
    expect_exit 2 pleat -d "$(url "$other")" upgrade contract@head
    expect_exit 0 pleat -d "$(url "$other")" upgrade heads
    expect_exit 0 pleat -d "$(url "$other")" check
}

run_cases "$@"
