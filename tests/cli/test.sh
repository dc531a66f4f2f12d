#!/usr/bin/env bash
# pleat test: each revision up, down and up again.
. "$(dirname "$0")/lib.sh"

# write ID AFTER UP DOWN: a revision by hand. DOWN "-": it has no way back.
write() {
    mkdir -p revisions
    {
        printf -- '-- pleat: revision %s expand%s\n-- pleat: message change %s\n\\set ON_ERROR_STOP on\n%s\n' \
            "$1" "${2:+ after $2}" "$1" "$3"
        [ "$4" = - ] || printf '\\quit\n-- pleat: downgrade\n%s\n' "$4"
    } >"revisions/$1.sql"
}

project() {
    printf 'databases:\n  dev: embedded\ndefault: dev\n' >pleat.yaml
    mkdir -p schema
    write aaaaaaaaaaaa '' "CREATE TABLE public.a (id int PRIMARY KEY, b text);" "DROP TABLE public.a;"
    write bbbbbbbbbbbb aaaaaaaaaaaa "ALTER TABLE public.a ADD COLUMN c int;" "ALTER TABLE public.a DROP COLUMN c;"
}

case_good_revisions_pass() {
    project
    write cccccccccccc bbbbbbbbbbbb "GRANT SELECT ON public.a TO test_stair_reader;" - # scratch has no such role
    expect_exit 0 pleat test -j 2
    expect_match '^bbbbbbbbbbbb expand: change bbbbbbbbbbbb: ok$'
    expect_match '^cccccccccccc .*: ok, and cannot be undone$'
    expect_match '^3 revisions tested, 0 failed$'
    expect_exit 0 pleat test bbbb --format json
    expect_as_schema test
    python3 -c 'import json, sys; report = json.load(sys.stdin); assert [r["result"] for r in report["revisions"]] == ["ok"]' <"$OUT"
    git_project
    write dddddddddddd cccccccccccc "CREATE TABLE public.d (x int);" "DROP TABLE public.d;"
    expect_exit 0 pleat test --since HEAD
    expect_match '^1 revision tested'
    expect_match '^dddddddddddd'
}

case_a_stair_that_fails_says_what_differs() {
    project
    write bbbbbbbbbbbb aaaaaaaaaaaa "ALTER TABLE public.a ADD COLUMN c int; CREATE SEQUENCE public.s;" "ALTER TABLE public.a DROP COLUMN c;"
    write cccccccccccc bbbbbbbbbbbb "GRANT SELECT ON public.a TO PUBLIC;" "SELECT 1;"
    write dddddddddddd cccccccccccc "CREATE TABLE public.d (x int);" "DROP TABLE public.nothing;"
    write eeeeeeeeeeee dddddddddddd "CREATE TABLE public.d (x int);" "SELECT 1;"
    expect_exit 1 pleat test --format junit
    python3 - "$OUT" <<'END'
import sys, xml.etree.ElementTree as tree
suite = tree.parse(sys.argv[1]).getroot()
assert suite.get("tests") == "5" and suite.get("failures") == "4", suite.attrib
failures = {case.get("name")[:4]: case.findtext("failure") for case in suite}
assert failures["aaaa"] is None
assert "down: the schema is not what it was" in failures["bbbb"] and "public.s" in failures["bbbb"]
assert "down: the schema is not what it was" in failures["cccc"] and "public.a" in failures["cccc"]
assert failures["dddd"].startswith('down: ') and "nothing" in failures["dddd"]
assert failures["eeee"].startswith('up: ') and "already exists" in failures["eeee"]
END
}

case_rows_stay_as_they_were() {
    project
    write cccccccccccc bbbbbbbbbbbb "UPDATE public.a SET b = 'lost';" "SELECT 1;"
    expect_exit 1 pleat test cccc --data --rows 10
    expect_match 'up: rows are not what they were'
    expect_match 'public.a: other values in column b'
    # A file of its own for the landing decides.
    mkdir -p tests/data/cccccccccccc
    echo "INSERT INTO a VALUES (1000, 'mine');" >tests/data/cccccccccccc/before.sql
    cat >tests/data/cccccccccccc/after_upgrade.sql <<'END'
DO $$BEGIN ASSERT (SELECT b = 'lost' FROM a WHERE id = 1000), 'not lost'; END$$;
END
    cp tests/data/cccccccccccc/after_{upgrade,downgrade}.sql
    expect_exit 0 pleat test cccc --data --rows 10
    echo "DO \$\$BEGIN ASSERT (SELECT count(*) = 10 FROM a), 'none made up'; ASSERT false, 'on the way back'; END\$\$" \
        >tests/data/cccccccccccc/after_downgrade.sql
    expect_exit 1 pleat test cccc --data --rows 10
    expect_match 'down: .*after_downgrade.sql: on the way back'
    expect_exit 0 pleat test aaaa:bbbb --data --rows 10
}

# Where a machine marks it: the statement that fails, or the section that leads elsewhere.
case_failures_are_findings_on_their_lines() {
    project
    expect_exit 0 pleat test --format github
    expect_equal "" "$(cat "$OUT")"
    write cccccccccccc bbbbbbbbbbbb "CREATE SEQUENCE public.s;" "SELECT 1;"
    write dddddddddddd cccccccccccc "CREATE TABLE public.d (x int);
CREATE TABLE public.e (x int);" "DROP TABLE public.e;
DROP TABLE public.nothing;"
    write eeeeeeeeeeee dddddddddddd "BEGIN;
SELECT 1;
ALTER TABLE public.nothing ADD x int;
COMMIT;" -
    expect_exit 1 pleat test --format github
    expect_match '^::error file=revisions/cccccccccccc.sql,line=6,title=PT103 downgrade-fails::cccccccccccc expand: change cccccccccccc%0Adown: the schema is not what it was%0A'
    expect_match '^::error file=revisions/dddddddddddd.sql,line=9,title=PT103 downgrade-fails::.*nothing'
    expect_match '^::error file=revisions/eeeeeeeeeeee.sql,line=6,title=PT102 upgrade-fails::.*nothing.*%0Aplace: revisions/eeeeeeeeeeee.sql:6'
    expect_equal 3 "$(wc -l <"$OUT")"
    # What comes after those that are asked for is not run.
    expect_exit 1 pleat test cccc --format sarif
    python3 -c 'import json, sys; result, = json.load(sys.stdin)["runs"][0]["results"]; assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 6' <"$OUT"
    expect_exit 1 pleat test cccc --format gitlab
    python3 -c 'import json, sys; issue, = json.load(sys.stdin); assert issue["check_name"] == "downgrade-fails", issue' <"$OUT"
}

# A new database has the schema already, with an owner of its own.
case_the_way_back_of_a_baseline_gives_public_its_owner_back() {
    local one
    new_db one
    psql_do "$one" "alter schema public owner to postgres; create table t (a int)"
    printf 'databases: {db: "%s"}\ndefault: db\nmanage: {owners: true}\n' "$(url "$one")" >pleat.yaml
    expect_exit 0 pleat reflect
    expect_match 'owner: postgres' schema/schemas.yaml
    expect_exit 0 pleat test
    expect_match '^1 revision tested, 0 failed$'
}

case_several_servers() {
    PLEAT_PG_BIN_16=$("$SOURCE_ROOT/tools/servers" 16 2>servers.log) || skip "$(cat servers.log)"
    export PLEAT_PG_BIN_16
    project
    write cccccccccccc bbbbbbbbbbbb "DO \$\$BEGIN IF current_setting('server_version_num') >= '160000' THEN CREATE TABLE public.late (x int); END IF; END\$\$;" "SELECT 1;"
    expect_exit 1 pleat test bbbb cccc --pg 15,16,15
    expect_equal "PostgreSQL 15: bbbbbbbbbbbb expand: change bbbbbbbbbbbb: ok
PostgreSQL 15: cccccccccccc expand: change cccccccccccc: ok
PostgreSQL 16: bbbbbbbbbbbb expand: change bbbbbbbbbbbb: ok
PostgreSQL 16: cccccccccccc expand: change cccccccccccc: FAILED
2 revisions tested on 2 servers, 1 failed" "$(grep -v '^ ' "$OUT")"
    expect_exit 1 pleat test cccc --pg 15,16 --format json
    expect_as_schema test
    python3 -c 'import json, sys; assert [(r["server"], r["result"]) for r in json.load(sys.stdin)["revisions"]] == [(15, "ok"), (16, "failed")]' <"$OUT"
    expect_exit 1 pleat test cccc --pg 15,16 --format junit
    expect_match '<testcase .* name="PostgreSQL 16: cccccccccccc expand: change cccccccccccc" .*><failure '
    expect_exit 2 pleat test --pg 15,new
    expect_match '\-\-pg 15,new: major versions'
}

# The others have their turn, and the end says what is missing.
case_a_server_that_is_missing_keeps_no_other_from_its_turn() {
    project
    export PLEAT_PG_BIN_13=$PLEAT_TEST_RUN/nothing PLEAT_PG_BIN_14=$PLEAT_TEST_RUN/nothing
    expect_exit 2 pleat test bbbb --pg 13,15,14
    expect_match '^PostgreSQL 15: bbbbbbbbbbbb expand: change bbbbbbbbbbbb: ok$'
    expect_match '^1 revision tested on 1 of 3 servers, 0 failed$'
    expect_match 'error: PostgreSQL 13: PLEAT_PG_BIN_13=.* holds no PostgreSQL 13 server' "$ERR"
    expect_match 'PostgreSQL 14: PLEAT_PG_BIN_14=.* holds no PostgreSQL 14 server' "$ERR"
    expect_match 'hint: it is the directory of initdb and postgres, such as /usr/lib/postgresql/14/bin' "$ERR"
    expect_exit 2 pleat test bbbb --pg 13,15 --format json
    python3 -c 'import json, sys; assert [r["server"] for r in json.load(sys.stdin)["revisions"]] == [15]' <"$OUT"
    expect_exit 2 pleat test bbbb --pg 13,14
    expect_no_match 'tested' "$OUT"
}

# Two tenants, on all that the database's own revisions lead to.
case_tenants_revisions() {
    mkdir revisions
    printf 'databases: {dev: embedded}\ndefault: dev\ntenants: "t\\\\_%%"\n' >pleat.yaml
    cat >revisions/1.sql <<'END'
-- pleat: revision 5000 expand
-- pleat: message what all share
\set ON_ERROR_STOP on
CREATE TABLE public.plan (name text PRIMARY KEY);
\quit
-- pleat: downgrade
DROP TABLE public.plan;
END
    cat >revisions/2.sql <<'END'
-- pleat: revision a100 expand
-- pleat: message customers
-- pleat: tenant
\set ON_ERROR_STOP on
CREATE TABLE {schema}.customer (id int PRIMARY KEY, plan text REFERENCES public.plan);
CREATE INDEX CONCURRENTLY "ix {schema}" ON {schema}.customer (plan);
\quit
-- pleat: downgrade
DROP TABLE {schema}.customer;
END
    expect_exit 0 pleat test
    expect_equal "5000 expand: what all share: ok
a100 expand (tenants): customers: ok
2 revisions tested, 0 failed" "$(cat "$OUT")"
    expect_exit 0 pleat test a100 --data
    expect_match '^1 revision tested, 0 failed$'
    expect_exit 0 pleat test a100 --data --format json
    expect_as_schema test
    python3 -m json.tool <"$OUT" >/dev/null
    # What is the same for all is in the way of the second tenant; what is not taken back is seen.
    cat >revisions/3.sql <<'END'
-- pleat: revision a200 expand after a100
-- pleat: message a view for all
-- pleat: tenant
\set ON_ERROR_STOP on
CREATE VIEW public.customers AS SELECT * FROM {schema}.customer;
\quit
-- pleat: downgrade
DROP VIEW public.customers;
END
    expect_exit 1 pleat test a200
    expect_match '^a200 expand \(tenants\): a view for all: FAILED$'
    expect_match 'up: tenant t_two: .*relation "customers" already exists'
    cat >revisions/3.sql <<'END'
-- pleat: revision a200 expand after a100
-- pleat: message labels
-- pleat: tenant
\set ON_ERROR_STOP on
ALTER TABLE {schema}.customer ADD COLUMN label text, ADD COLUMN note text;
\quit
-- pleat: downgrade
ALTER TABLE {schema}.customer DROP COLUMN label;
END
    expect_exit 1 pleat test a200 --format json
    python3 -c 'import json, sys
(r,) = json.load(sys.stdin)["revisions"]
assert r["tenants"] and r["result"] == "failed" and "table t_one.customer" in r["text"] and "table t_two.customer" in r["text"], r' <"$OUT"
}

run_cases "$@"
