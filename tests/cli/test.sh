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

run_cases "$@"
