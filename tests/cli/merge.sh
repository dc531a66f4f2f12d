#!/usr/bin/env bash
# Two developers' revisions that meet: check says so, merge makes their heads one, rebase puts one behind the other.
. "$(dirname "$0")/lib.sh"

# revision ID PHASE AFTER DEPENDS_ON UP DOWN
revision() {
    printf -- '-- pleat: revision %s %s after %s\n-- pleat: message %s\n' "$1" "$2" "$3" "$1"
    [ -z "$4" ] || printf -- '-- pleat: depends_on %s\n' "$4"
    printf -- '--\n-- a note of its author\n\\set ON_ERROR_STOP on\n%s\n\\quit\n-- pleat: downgrade\n%s\n' "$5" "$6"
}

# Both add a column and tighten it in contract: a1, a2 and ac; b1 and bc. What else bc does is $1.
project() {
    new_db db
    mkdir schema revisions
    printf 'databases:\n  main: %s\n' "'$(url "$db")'" >pleat.yaml
    cat >schema/t.yaml <<'END'
tables:
  t:
    columns: {id: int, a: int not null, b: int, c: int not null}
END
    revision f0 expand '' '' 'CREATE TABLE t (id int);' 'DROP TABLE t;' | sed 's/ after $//' >revisions/f0.sql
    revision a1 expand f0 '' 'ALTER TABLE t ADD COLUMN a int;' 'ALTER TABLE t DROP COLUMN a;' >revisions/a1.sql
    revision a2 expand a1 '' 'ALTER TABLE t ADD COLUMN b int;' 'ALTER TABLE t DROP COLUMN b;' >revisions/a2.sql
    revision ac contract f0 a2 'ALTER TABLE t ALTER a SET NOT NULL;' 'ALTER TABLE t ALTER a DROP NOT NULL;' >revisions/ac.sql
    revision b1 expand f0 '' 'ALTER TABLE t ADD COLUMN c int;' 'ALTER TABLE t DROP COLUMN c;' >revisions/b1.sql
    revision bc contract f0 b1 "ALTER TABLE t ALTER c SET NOT NULL;${1:-}" \
        'ALTER TABLE t ALTER c DROP NOT NULL;' >revisions/bc.sql
}

# What ac has tightened changes what bc does.
interfering_project() {
    project "
UPDATE t SET a = 0;
DO \$\$ BEGIN
  IF (SELECT attnotnull FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'a') THEN CREATE TABLE late (); END IF;
END \$\$;"
}

after() {
    sed -n '1s/.* after //p' revisions/"$1".sql
}

case_check_says_that_there_are_several_heads() {
    project
    expect_exit 0 pleat upgrade heads
    expect_exit 1 pleat check
    expect_match '^expand has 2 heads: a2, b1 \(pleat merge .*, pleat rebase'
    expect_match '^contract has 2 heads: ac, bc'
    expect_match '^in sync'
    expect_exit 0 pleat merge -m 'a and b' --rev-id m
    expect_exit 0 pleat upgrade heads --both-phases
    expect_exit 0 pleat check
    expect_no_match 'heads'
}

case_merge_takes_the_contracts_along() {
    project
    expect_exit 0 pleat merge -m 'a and b' --rev-id m --branch-label both
    expect_equal "revisions/$(basename revisions/*_m_expand_a_and_b.sql)
revisions/$(basename revisions/*_mc_contract_a_and_b.sql)" "$(cat "$OUT")"
    expect_exit 0 pleat heads
    expect_equal $'m (expand) (head)\nmc (contract) (head)' "$(cat "$OUT")"
    expect_match 'after a2, b1' revisions/*_m_*
    expect_match 'label both' revisions/*_m_*
    expect_match 'after ac, bc' revisions/*_mc_*
    expect_match 'depends_on m$' revisions/*_mc_*
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat check
    expect_exit 0 pleat downgrade base --both-phases
}

case_merge_of_those_that_are_named() {
    project
    revision x1 expand f0 '' 'CREATE TABLE x ();' 'DROP TABLE x;' >revisions/x1.sql
    revision xc contract f0 x1 'CREATE TABLE xc ();' 'DROP TABLE xc;' >revisions/xc.sql
    expect_exit 0 pleat merge a2 b1 --rev-id m
    expect_exit 0 pleat heads
    expect_equal 'm mc x1 xc' "$(cut -d' ' -f1 "$OUT" | sort | xargs)"
    expect_exit 0 pleat merge heads --rev-id n
    expect_exit 0 pleat heads
    expect_equal 'n nc' "$(cut -d' ' -f1 "$OUT" | sort | xargs)"
}

case_merge_names_what_interferes() {
    interfering_project
    expect_exit 1 pleat merge
    expect_match '^they interfere'
    expect_match '^table public.late: only in the first order'
    expect_match 'nothing is written: pleat rebase'
    expect_equal 6 "$(ls revisions | wc -l)"
}

case_merge_where_one_order_fails() {
    project
    revision b1 expand f0 '' 'ALTER TABLE t RENAME COLUMN b TO c;' 'ALTER TABLE t RENAME COLUMN c TO b;' >revisions/b1.sql
    expect_exit 3 pleat merge
    expect_match 'revision b1'
    expect_match 'column "b" does not exist'
    expect_equal 6 "$(ls revisions | wc -l)"
}

case_nothing_to_merge() {
    project
    expect_exit 2 pleat merge a2
    expect_match 'nothing to merge'
    expect_exit 2 pleat merge a1 b1
    expect_match 'revision a1 is not a head'
    expect_exit 2 pleat merge --rev-id f0
    expect_match 'revision f0 exists already'
    expect_exit 2 pleat merge zz
    expect_match 'no revision "zz"'
    expect_exit 0 pleat merge --splice a1 b1 --rev-id s
    expect_match 'after a1, b1' revisions/*_s_*
}

case_rebase() {
    project
    cp -r revisions before
    expect_exit 0 pleat rebase a2
    expect_equal $'revisions/a1.sql: after b1\nrevisions/ac.sql: after bc' "$(sed "s|$PWD/||" "$OUT")"
    expect_equal 'b1 a1 bc' "$(after a1) $(after a2) $(after ac)"
    for file in a1 a2 ac b1 bc f0; do
        diff <(sed 1d before/$file.sql) <(sed 1d revisions/$file.sql)
    done
    expect_exit 0 pleat heads
    expect_equal $'a2 (expand) (head)\nac (contract) (head)' "$(cat "$OUT")"
    expect_exit 2 pleat rebase a2
    expect_match 'nothing to rebase: expand has one head, a2'
}

# A rebase changes no checksum: who has run a branch already runs what came in below it.
case_rebase_of_what_is_applied() {
    project
    expect_exit 0 pleat upgrade a2
    expect_exit 0 pleat rebase a2
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat check
}

case_rebase_tells_what_the_other_order_leads_to() {
    interfering_project
    expect_exit 0 pleat rebase b1
    expect_match '^the other order'
    expect_match '^table public.late: only in the first order'
    expect_equal 'a2 ac' "$(after b1) $(after bc)"
}

case_rebase_onto() {
    project
    revision x1 expand f0 '' 'CREATE TABLE x ();' 'DROP TABLE x;' >revisions/x1.sql
    expect_exit 2 pleat rebase x1
    expect_match 'expand has 2 heads beside x1: say --onto which'
    expect_exit 0 pleat rebase x1 --onto a1
    expect_equal a1 "$(after x1)"
    expect_exit 2 pleat rebase x1 --onto ac
    expect_match 'a phase is a branch of its own'
    expect_exit 2 pleat rebase a1
    expect_match 'revision a1 is not a head'
}

case_rebase_of_what_cannot_run_there() {
    project
    revision b1 expand f0 '' 'ALTER TABLE t RENAME COLUMN b TO c;' 'ALTER TABLE t RENAME COLUMN c TO b;' >revisions/b1.sql
    expect_exit 3 pleat rebase a2
    expect_equal f0 "$(after a1)"
    expect_exit 0 pleat rebase b1
    expect_equal a2 "$(after b1)"
}

run_cases "$@"
