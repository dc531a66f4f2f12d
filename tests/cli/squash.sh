#!/usr/bin/env bash
# squash: one revision in the place of many, and the databases that ran the many.
. "$(dirname "$0")/lib.sh"

# revision ID PHASE AFTER DEPENDS_ON UP DOWN
revision() {
    printf -- '-- pleat: revision %s %s%s\n-- pleat: message %s\n' "$1" "$2" "${3:+ after $3}" "$1" >revisions/"$1".sql
    [ -z "$4" ] || printf -- '-- pleat: depends_on %s\n' "$4" >>revisions/"$1".sql
    printf -- '--\n\\set ON_ERROR_STOP on\n%s\n\\quit\n-- pleat: downgrade\n%s\n' "$5" "$6" >>revisions/"$1".sql
}

# f0 to a3 of expand, and the contract c1 that a2 has; then a4, which comes after all.
project() {
    new_db db
    mkdir schema revisions
    printf 'databases:\n  main: %s\n' "'$(url "$db")'" >pleat.yaml
    revision f0 expand '' '' 'CREATE TABLE t (id int, a int);' 'DROP TABLE t;'
    revision a1 expand f0 '' 'CREATE TABLE gone (); CREATE INDEX t_a ON t (a);' 'DROP INDEX t_a; DROP TABLE gone;'
    revision a2 expand a1 '' 'ALTER TABLE t ADD COLUMN b int; UPDATE t SET b = a;' 'ALTER TABLE t DROP COLUMN b;'
    revision c1 contract '' a2 'ALTER TABLE t DROP COLUMN a; DROP TABLE gone;' \
        'ALTER TABLE t ADD COLUMN a int; CREATE INDEX t_a ON t (a); CREATE TABLE gone ();'
    revision a3 expand a2 c1 "CREATE VIEW v AS SELECT b FROM t; COMMENT ON VIEW v IS 'it''s one';" 'DROP VIEW v;'
    revision a4 expand a3 '' 'CREATE TABLE later ();' 'DROP TABLE later;'
}

squashed() {
    echo revisions/*_q_*
}

case_squash_from_base() {
    project
    expect_exit 0 pleat upgrade head
    new_db other
    cp -r revisions before
    expect_exit 0 pleat squash :a3 --rev-id q -m 'the first year'
    expect_equal "$(squashed)" "$(head -1 "$OUT")"
    expect_match 'stands for 5 revisions, f0 to a3'
    expect_match 'left out, for there are no rows yet: revisions/a2.sql:[0-9]+: UPDATE t SET b = a'
    expect_equal 2 "$(ls revisions | wc -l)"
    expect_match '^-- pleat: revision q$' "$(squashed)"
    expect_match '^-- pleat: replaces f0 a1 a2 c1 a3$' "$(squashed)"
    expect_match 'revision a4 expand after q$' revisions/a4.sql
    expect_no_match 'gone' "$(squashed)"
    # a new database ends as the old one did
    expect_exit 0 pleat upgrade head -d "$(url "$other")"
    same_dump "$db" "$other"
    expect_exit 0 pleat downgrade base -d "$(url "$other")"
    expect_equal '' "$(psql_do "$other" "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")"
}

case_a_database_past_the_range_goes_on() {
    project
    expect_exit 0 pleat upgrade a3 --both-phases
    expect_exit 0 pleat squash :a3 --rev-id q
    expect_exit 0 pleat current
    expect_match '^q'
    expect_exit 0 pleat history -i
    expect_exit 0 pleat upgrade expand@head
    expect_match 'upgrade a4'
    expect_no_match 'upgrade q'
    expect_exit 0 pleat upgrade head
    expect_match 'nothing to do'
    # the commit before the squash still knows the database, too
    expect_equal 'a1 a2 a3 a4 c1 f0' "$(psql_do "$db" 'SELECT id FROM pleat.version ORDER BY 1' | xargs)"
    # what is undone is undone: nothing of the replaced ones stays behind
    expect_exit 0 pleat downgrade base
    expect_match 'downgrade q'
    expect_equal '' "$(psql_do "$db" 'SELECT id FROM pleat.version')"
    expect_exit 0 pleat upgrade head
    expect_match 'upgrade q'
}

case_stamping_a_squash_forgets_what_it_replaces() {
    project
    expect_exit 0 pleat upgrade head
    expect_exit 0 pleat squash :a3 --rev-id q
    expect_exit 0 pleat stamp heads
    expect_equal 'a4 q' "$(psql_do "$db" 'SELECT id FROM pleat.version ORDER BY 1' | xargs)"
    expect_exit 0 pleat stamp --sql q
    expect_match "DELETE FROM pleat.version WHERE id = 'a1'"
}

case_squash_refuses_while_a_database_stands_inside() {
    project
    expect_exit 0 pleat upgrade a1
    expect_exit 2 pleat squash :a3 --rev-id q
    expect_match 'database "main" stands inside: it has a1 and not a3'
    expect_exit 0 pleat squash :a1 --rev-id q
    expect_equal 5 "$(ls revisions | wc -l)"
}

case_squash_asks_every_database() {
    project
    printf '  away: postgresql://127.0.0.1:1/none\n' >>pleat.yaml
    expect_exit 3 pleat squash :a3 --rev-id q
    expect_match 'where database "away" stands is not known'
    expect_exit 0 pleat squash :a3 --rev-id q --unreachable
    expect_match 'database "away" was not asked'
}

case_a_database_that_was_not_asked_and_stands_inside() {
    project
    expect_exit 0 pleat upgrade a1
    sed -i 's/main:/elsewhere:/; 1a\  main: postgresql://127.0.0.1:1/none' pleat.yaml
    sed -i '/elsewhere/d' pleat.yaml
    expect_exit 0 pleat squash :a3 --rev-id q --unreachable
    expect_exit 2 pleat upgrade head -d "$(url "$db")"
    expect_match 'the database stands inside of what q replaces: it has a1 and not a3'
    expect_match 'check out the commit before the squash'
    expect_exit 2 pleat current -d "$(url "$db")"
}

case_rows_are_refused_by_name_and_kept_verbatim() {
    project
    revision a5 expand a4 '' "INSERT INTO t VALUES (1, 2);
DO \$\$ BEGIN NULL; END \$\$;" 'DELETE FROM t;'
    expect_exit 2 pleat squash :a5 --rev-id q
    expect_match '^  revisions/a5.sql:[0-9]+: INSERT INTO t VALUES \(1, 2\) \(it makes rows\)'
    expect_match '^  revisions/a5.sql:[0-9]+: DO .* \(what it does is not known\)'
    expect_match 'hint: --verbatim'
    expect_equal 7 "$(ls revisions | wc -l)"
    expect_exit 0 pleat squash :a5 --rev-id q --verbatim
    expect_equal 1 "$(ls revisions | wc -l)"
    expect_match 'UPDATE t SET b = a' "$(squashed)"
    expect_exit 0 pleat upgrade head
    expect_equal '1|2' "$(psql_do "$db" 'SELECT * FROM t')"
    expect_exit 0 pleat downgrade base
}

case_a_range_in_the_middle_keeps_its_steps() {
    project
    revision a5 expand a4 '' 'ALTER TABLE later ADD COLUMN x int;' 'ALTER TABLE later DROP COLUMN x;'
    expect_exit 0 pleat upgrade head
    expect_exit 0 pleat squash a4:a5 --rev-id q
    expect_match 'revision q expand after a3$' "$(squashed)"
    expect_match 'of revision a4: a4' "$(squashed)"
    expect_match 'ADD COLUMN x' "$(squashed)"
    expect_exit 0 pleat upgrade head
    expect_match 'nothing to do'
    expect_exit 0 pleat downgrade expand@-1
    expect_exit 0 pleat current
    expect_match '^a3'
}

case_ranges_that_cannot_be_one_revision() {
    project
    expect_exit 2 pleat squash a4:a4
    expect_match 'one revision: there is nothing to squash'
    expect_exit 2 pleat squash a2:a3
    expect_match 'the range holds revisions of both phases and does not begin at base'
    sed -i 's/^CREATE VIEW/SET ROLE postgres; CREATE VIEW/' revisions/a3.sql
    expect_exit 2 pleat squash a3:a4
    expect_match 'a setting would hold for the steps of other revisions too'
    expect_match 'revisions/a3.sql:[0-9]+: SET ROLE postgres'
    expect_exit 0 pleat squash :a1 --rev-id q
    expect_exit 2 pleat squash q:a2
    expect_match 'revision q stands for others itself'
    expect_match 'hint: .*pleat stamp q'
}

case_both_at_once_are_a_mistake_that_is_named() {
    project
    cp -r revisions before
    expect_exit 0 pleat squash :a3 --rev-id q
    cp before/a1.sql revisions/
    expect_exit 2 pleat heads
    expect_match 'revision a1 is replaced by q: revisions/'
}

case_what_the_configuration_does_not_manage_is_kept() {
    project
    revision a2 expand a1 '' "ALTER TABLE t ADD COLUMN b int;
COMMENT ON TABLE t IS 'x';
CREATE SCHEMA aside; CREATE TABLE aside.x ();
GRANT SELECT ON t TO nobody_manages;" 'DROP SCHEMA aside CASCADE; COMMENT ON TABLE t IS NULL;
REVOKE SELECT ON t FROM nobody_manages; ALTER TABLE t DROP COLUMN b;'
    expect_exit 0 pleat squash :a2 --rev-id q
    expect_match 'revision q expand$' "$(squashed)"
    expect_match 'GRANT SELECT ON (TABLE )?public.t TO nobody_manages' "$(squashed)"
    expect_match 'CREATE TABLE aside.x' "$(squashed)"
    expect_match 'CREATE INDEX t_a' "$(squashed)"
}

case_what_comes_after_must_lead_to_the_same() {
    project
    revision a4 expand a3 '' "DO \$\$ BEGIN
  IF (SELECT attnum FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'b') = 3 THEN CREATE TABLE odd (); END IF;
END \$\$;" 'DROP TABLE IF EXISTS odd;'
    expect_exit 1 pleat squash :a3 --rev-id q
    expect_match '^what comes after it leads elsewhere'
    expect_match '^table public.odd: only in the first order'
    expect_match '^nothing is written'
    expect_equal 6 "$(ls revisions | wc -l)"
}

case_a_way_back_that_is_not_one() {
    project
    revision a5 expand a4 '' 'ALTER TABLE later ADD COLUMN x int;' ''
    revision a6 expand a5 '' 'ALTER TABLE later ADD COLUMN y int;' 'ALTER TABLE later DROP COLUMN y;'
    expect_exit 1 pleat squash a5:a6 --rev-id q
    expect_match '^its way back leads elsewhere'
    expect_match '^column public.later.x: only in the second order'
    sed -i '/^.quit/,$d' revisions/a5.sql
    expect_exit 0 pleat squash a5:a6 --rev-id q
    expect_match 'cannot be undone: revision a5 had no downgrade' "$(squashed)"
    expect_no_match 'pleat: downgrade' "$(squashed)"
}

run_cases "$@"
