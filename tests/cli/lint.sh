#!/usr/bin/env bash
# pleat lint, and the formats of lint and check. What each rule finds is tests/lint/rules.c.
. "$(dirname "$0")/lib.sh"

# A revision with the way forth on standard input: revision ID HEADER.
revision() {
    {
        printf -- '-- pleat: revision %s\n-- pleat: message %s\n' "$2" "$1"
        printf '\\set ON_ERROR_STOP on\nSET lock_timeout = %s;\n' "'800ms'"
        cat
        printf '\\quit\n-- pleat: downgrade\nSELECT 1;\n'
    } >"revisions/$1.sql"
}

project() {
    mkdir -p revisions schema
    printf 'default: dev\n' >pleat.yaml
    printf 'tables:\n  t:\n    columns:\n      a: int\n' >schema/t.yaml
    revision first first <<<'CREATE TABLE public.t (a int);'
    revision one "one expand after first" <<<'CREATE INDEX t_a ON public.t (a);'
}

# Python expressions about the last output, as "it".
json_holds() {
    local expression
    for expression; do
        python3 -c 'import json, sys; it = json.load(open(sys.argv[1])); assert eval(sys.argv[2]), it' "$OUT" "$expression" ||
            fail "not so: $expression"
    done
}

case_places_hints_and_status() {
    project
    expect_exit 1 pleat lint
    expect_match '^revisions/one.sql:5:1: warning: PL101: the index public.t_a is built while every write to public.t waits$'
    expect_match '^  hint: CREATE INDEX CONCURRENTLY'
    expect_match '^2 revisions: 1 warning$'
    expect_exit 0 pleat lint first
    expect_match '^1 revision: no findings$'
    sed -i 's/INDEX t_a/INDEX CONCURRENTLY t_a/' revisions/one.sql
    expect_exit 0 pleat lint
    printf 'lint: {severity: {PL101: notice}}\n' >>pleat.yaml
    sed -i 's/ CONCURRENTLY//' revisions/one.sql
    expect_exit 0 pleat lint
    expect_match 'notice: PL101'
}

case_mistakes_are_errors() {
    project
    expect_exit 2 pleat lint nosuch
    expect_exit 2 pleat lint --explain PL000
    expect_match 'there is no rule "PL000"'
    expect_exit 2 pleat lint --format xml
    expect_exit 2 pleat lint --since HEAD
    expect_match 'needs a git repository'
    printf 'lint: {severity: {PL101: off}}\n' >>pleat.yaml
    expect_exit 2 pleat lint
    expect_match '^pleat.yaml:2:26: error: "off" is no severity: error, warning or notice$'
    printf 'lint: {allow: [{reason: x}]}\n' >pleat.yaml
    expect_exit 2 pleat lint
    expect_match 'names no rule'
    rm -r revisions pleat.yaml
    expect_exit 2 pleat lint
}

case_exceptions_are_told_when_asked() {
    project
    sed -i 's/^CREATE INDEX/-- pleat: allow PL101 it is empty\nCREATE INDEX/' revisions/one.sql
    expect_exit 0 pleat lint
    expect_match '^2 revisions: 1 allowed$'
    expect_exit 0 pleat lint -v
    expect_match '^revisions/one.sql:6:1: allowed: PL101'
    expect_match '^  reason: it is empty$'
}

case_what_is_deprecated() {
    project
    sed -i 's/CREATE INDEX/CREATE INDEX CONCURRENTLY/' revisions/one.sql
    printf '    deprecated: use u\n' >>schema/t.yaml
    expect_exit 0 pleat lint
    expect_match '^schema/t.yaml:2:3: notice: PL701: table public.t is deprecated: use u$'
    expect_exit 0 pleat lint heads
    expect_no_match PL701
}

case_files_with_and_without_a_project() {
    project
    expect_exit 1 pleat lint revisions/one.sql
    expect_match '^1 revision: 1 warning$'
    mkdir elsewhere
    cp revisions/one.sql elsewhere/
    cd elsewhere
    rm ../pleat.yaml
    expect_exit 1 pleat lint one.sql
    expect_match '^one.sql:5:1: warning: PL101'
    sed -i '2a -- pleat: generated 012345678901' one.sql
    expect_exit 1 pleat lint one.sql
    echo oops >>one.sql
    expect_exit 2 pleat lint one.sql
    expect_match '^one.sql:10:1: error: the last statement has no semicolon'
}

case_only_what_is_new_since_a_commit() {
    project
    git_project
    revision two "two expand after one" <<<'CREATE INDEX CONCURRENTLY t_b ON public.t (a);'
    expect_exit 0 pleat lint --since HEAD
    expect_match '^1 revision: no findings$'
    echo '-- x' >>revisions/one.sql
    expect_exit 1 pleat lint --since HEAD
    expect_match '^2 revisions: 1 warning$'
    expect_exit 2 pleat lint --since nosuch
}

case_tenants_revisions_too() {
    project
    sed -i 's/CREATE INDEX/CREATE INDEX CONCURRENTLY/' revisions/one.sql
    sed -i "s/^default.*/tenants: 'tenant_%'/" pleat.yaml
    printf -- '-- pleat: revision tt\n-- pleat: tenant\n\\set ON_ERROR_STOP on\nSET lock_timeout = 1;\nCREATE INDEX i ON {schema}.t (a);\n\\quit\n-- pleat: downgrade\nSELECT 1;\n' >revisions/tt.sql
    expect_exit 1 pleat lint
    expect_match 'tt.sql:5:1: warning: PL101: .* every write to \{schema\}.t waits'
}

# As SQL writes them, and with nothing in them that a terminal obeys.
case_odd_names() {
    mkdir revisions
    printf 'databases: {dev: embedded}\n' >pleat.yaml
    printf -- '-- pleat: revision odd\n\\set ON_ERROR_STOP on\nSET lock_timeout = 1;\nCREATE INDEX "odd\033[31m\nindex" ON "Odd one" (a);\nALTER TABLE "Odd one" ALTER "a b" SET NOT NULL;\n\\quit\n-- pleat: downgrade\nSELECT 1;\n' >revisions/odd.sql
    expect_exit 1 pleat lint
    expect_match ': the index "odd\\e\[31m\\nindex" is built while every write to "Odd one" waits$'
    expect_match ': all of "Odd one" is read for NULLs in "a b" while'
    expect_no_match $'\033'
    # an exception names it with the quotes or without
    local name
    for name in '"Odd one"' 'Odd one' 'Odd*'; do
        printf "databases: {dev: embedded}\nlint: {allow: [{rule: set-not-null-scans, object: '%s', reason: small}]}\n" "$name" >pleat.yaml
        expect_exit 1 pleat lint
        expect_no_match 'read for NULLs'
    done
}

case_rules_are_explained() {
    expect_exit 0 pleat lint --rules
    expect_match '^PL101 warning  index-not-concurrent'
    expect_exit 0 pleat lint --explain index-not-concurrent
    expect_match '^Measured: Writes blocked for 135 ms'
}

# From the root of the repository, whatever the directory.
case_formats() {
    mkdir shop
    cd shop
    project
    sed -i 's/^CREATE INDEX/-- pleat: allow PL307 psql: not, used % here\n&/' revisions/one.sql
    cd ..
    git_project
    cd shop
    expect_exit 1 pleat lint --format json
    expect_as_schema findings
    json_holds 'it["tool"] == "lint"' 'it["summary"] == {"errors": 0, "warnings": 1, "notices": 1, "allowed": 0}' \
        'it["findings"][1]["file"] == "shop/revisions/one.sql" and it["findings"][1]["line"] == 6' \
        'it["findings"][1]["code"] == "PL101" and it["findings"][1]["object"] == "public.t"'
    expect_exit 1 pleat -C ../shop lint --format github
    expect_match '^::warning file=shop/revisions/one.sql,line=6,col=1,title=PL101 index-not-concurrent::the index [^%]*%0ACREATE INDEX'
    expect_exit 1 pleat lint --format gitlab
    json_holds 'len(it) == 2' 'it[1]["location"] == {"path": "shop/revisions/one.sql", "lines": {"begin": 6}}' \
        'it[1]["severity"] == "minor" and len(it[1]["fingerprint"]) == 64' 'it[0]["check_name"] == "exception-unused"'
    expect_exit 1 pleat lint --format junit
    python3 - "$OUT" <<'PYTHON'
import sys, xml.etree.ElementTree as xml
root = xml.parse(sys.argv[1]).getroot()
assert (root.get("tests"), root.get("failures")) == ("3", "1"), xml.tostring(root)
suites = {suite.get("name"): suite for suite in root}
assert list(suites) == ["shop/revisions/first.sql", "shop/revisions/one.sql"], suites
assert suites["shop/revisions/one.sql"].find("testcase/failure").get("type") == "warning"
PYTHON
}

# The members that the SARIF 2.1.0 schema requires, and their types.
case_sarif() {
    project
    revision two "two expand after one" <<'SQL'
-- pleat: allow PL101 "it" is <empty>
CREATE INDEX "a b" ON public.t (a);
CREATE INDEX j ON public.t (a);
SQL
    mv revisions/two.sql 'revisions/t w%o.sql'
    git_project
    expect_exit 1 pleat lint --format sarif
    json_holds 'it["version"] == "2.1.0" and it["$schema"].endswith("sarif-2.1.0.json") and len(it["runs"]) == 1' \
        'it["runs"][0]["tool"]["driver"]["name"] == "pleat lint"' \
        'len(set(rule["id"] for rule in it["runs"][0]["tool"]["driver"]["rules"])) > 50' \
        'all(rule["shortDescription"]["text"] and rule["defaultConfiguration"]["level"] in ("note", "warning", "error") for rule in it["runs"][0]["tool"]["driver"]["rules"])' \
        'all(result["message"]["text"] and it["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] for result in it["runs"][0]["results"])' \
        'all(place["physicalLocation"]["region"]["startLine"] >= 1 for result in it["runs"][0]["results"] for place in result["locations"])' \
        'it["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "revisions/t%20w%25o.sql", "uriBaseId": "%SRCROOT%"}' \
        'it["runs"][0]["originalUriBaseIds"]["%SRCROOT%"]["uri"].startswith("file:///") and it["runs"][0]["originalUriBaseIds"]["%SRCROOT%"]["uri"].endswith("/")' \
        '[len(result.get("suppressions", [])) for result in it["runs"][0]["results"]] == [0, 1, 0]' \
        'it["runs"][0]["results"][1]["suppressions"][0] == {"kind": "inSource", "justification": "\"it\" is <empty>"}' \
        'len(set(result["partialFingerprints"]["pleat/v1"] for result in it["runs"][0]["results"])) == 3'
}

case_a_fingerprint_outlives_moved_lines() {
    project
    expect_exit 1 pleat lint --format gitlab
    local before
    before=$(grep fingerprint "$OUT")
    sed -i 's/^CREATE INDEX/\n\n&/' revisions/one.sql
    expect_exit 1 pleat lint --format gitlab
    expect_equal "$before" "$(grep fingerprint "$OUT")"
    json_holds 'it[0]["location"]["lines"]["begin"] == 7'
}

checked_project() {
    new_db db
    mkdir schema
    printf 'databases: {production: "%s"}\n' "$(url "$db")" >pleat.yaml
    printf 'tables:\n  t:\n    columns:\n      a: int\n  u:\n    columns:\n      b: int\n' >schema/t.yaml
    expect_exit 0 pleat revision --autogenerate -m base
    expect_exit 0 pleat upgrade head
    git_project
}

case_check_puts_differences_on_declarations() {
    checked_project
    expect_exit 0 pleat check --format github
    expect_equal "" "$(cat "$OUT")"
    expect_exit 0 pleat check --format junit
    expect_match '<testsuites name="pleat check" tests="1" failures="0"'

    # a column by hand: where its table is declared; a table by hand: nowhere
    psql_do "$db" "alter table u add by_hand int; create table strange (x int)"
    expect_exit 1 pleat check --format github
    expect_match '^::error file=schema/t.yaml,line=5,col=3,title=PC101 drift::column public.u.by_hand: made by no revision%0A'
    expect_match '^::error file=pleat.yaml,line=1,title=PC101 drift::table public.strange: made by no revision%0A'
    expect_exit 1 pleat check
    expect_match '^the database has drifted from its revisions:$'
    expect_match '^schema/t.yaml:5:3: column public.u.by_hand: made by no revision$'

    # a forgotten revision: its own line
    psql_do "$db" "alter table u drop by_hand; drop table strange"
    sed -i 's/a: int/a: int\n      c: int/' schema/t.yaml
    expect_exit 1 pleat check --format github
    expect_match '^::error file=schema/t.yaml,line=5,col=7,title=PC102 forgotten-revision::column public.t.c: declared, made by no revision%0A'
    expect_no_match PC101
    expect_exit 1 pleat check --format sarif
    json_holds 'it["runs"][0]["results"][0]["ruleId"] == "PC102"' \
        'it["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 7}'
    expect_exit 2 pleat check --all-databases --format json
    expect_match 'one database at a time'
}

# The standard's own schema, which comes with Microsoft's tool.
case_sarif_is_as_its_schema_says() {
    need_from_npm @microsoft/sarif-multitool-linux@5.7.0 sarif-2.1.0.json
    checked_project
    psql_do "$db" "alter table u add by_hand int; create table \"str ange\" (x int)"
    sed -i 's/a: int/a: int\n      c: int/' schema/t.yaml
    expect_exit 1 pleat check --format sarif
    expect_as_schema "$PACKAGE/sarif-2.1.0.json"
    revision odd "odd after $(pleat heads | sed 's/ .*//;q')" <<'SQL'
-- pleat: allow PL101 it is empty
CREATE INDEX "a b" ON public.t (a);
ALTER TABLE public.u DROP COLUMN b;
SQL
    mv revisions/odd.sql 'revisions/ö d%d.sql'
    expect_exit 1 pleat lint --format sarif
    expect_as_schema "$PACKAGE/sarif-2.1.0.json"
    sed -i 's/"2\.1\.0"/"2.0"/' "$OUT"
    ! (expect_as_schema "$PACKAGE/sarif-2.1.0.json") >/dev/null 2>&1 || fail "the schema takes anything"
}

case_check_tells_what_is_not_modelled_and_heads() {
    checked_project
    psql_do "$db" "create view v as select 1 as a; alter view v alter a set default 3"
    printf 'views: {v: select 1 as a}\n' >schema/v.yaml
    expect_exit 1 pleat check --format json
    json_holds '[finding["code"] for finding in it["findings"]].count("PC105") == 1' \
        '[finding["severity"] for finding in it["findings"] if finding["code"] == "PC105"] == ["notice"]'
    expect_exit 1 pleat check --strict --format json
    expect_as_schema findings
    json_holds '[finding["severity"] for finding in it["findings"] if finding["code"] == "PC105"] == ["error"]'
    rm schema/v.yaml
    psql_do "$db" "drop view v"
    expect_exit 0 pleat revision -m x --rev-id x1
    revision y1 "y1 expand$(sed -n '1s/.*expand//p' revisions/*_x1_*)" <<<'SELECT 1;'
    expect_exit 1 pleat check --format json
    json_holds '[finding["code"] for finding in it["findings"]] == ["PC104"]'
}

run_cases "$@"
