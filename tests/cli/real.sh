#!/usr/bin/env bash
# What reviewers and CI run, on real schemas: those of the folder that PLEAT_REAL_SCHEMAS names.
. "$(dirname "$0")/lib.sh"

# on_each FUNCTION: it is called with the name of each schema, in a project of its own whose database is $db.
on_each() {
    local file name failed=()
    [ -f "${PLEAT_REAL_SCHEMAS:-}/pagila.sql" ] || skip "PLEAT_REAL_SCHEMAS names no folder with pagila.sql"
    for file in "$PLEAT_REAL_SCHEMAS"/*.sql; do
        name=$(basename "$file" .sql)
        case $name in *.roles) continue ;; esac
        mkdir "$name"
        db_counter=$((db_counter + 10))
        # a subshell of its own: what one schema fails at is no word about the others
        (cd "$name" && new_real_db "$name" && "$1" "$name") || failed+=("$name")
    done
    expect_equal "" "${failed[*]}"
}

project() {
    printf 'databases: {db: "%s"}\ndefault: db\nschemas: %s\nmanage: {owners: true}\n' "$(url "$db")" \
        "$(psql_do "$db" "select json_agg(nspname) from pg_namespace where nspname !~ '^pg_|information_schema|^pleat'")" >pleat.yaml
    expect_exit 0 pleat reflect
}

# Each table has its rows, or a key that allows no more.
filled() {
    pleat fake --rows 1000 --force -d "$(url "$db")" >"$OUT" 2>"$ERR" || [ $? -eq 1 ] || fail "$(cat "$ERR")"
    local unfilled
    unfilled=$(grep -E ': (not filled|[0-9]+ rows? of 1000)' "$OUT" "$ERR" -h | grep -vE 'key "[^"]+" allows no more' || true)
    expect_equal "" "$unfilled"
    expect_match ': 1000 rows$|^[0-9]+ new rows'
}

tested() {
    project
    expect_exit 0 pleat test
    expect_match '^1 revision tested, 0 failed$'
}

opened() {
    project
    mkdir -p nothing
    expect_exit 0 pleat report --from "$PWD/nothing" --to schema --html --output page.html
    expect_exit 0 python3 "$CLI_TESTS/report_page.py" real page.html
}

case_fake_fills_every_table() {
    on_each filled
}

case_each_baseline_is_tested_with_owners() {
    on_each tested
}

case_reports_open_in_a_browser() {
    need_browser
    on_each opened
}

run_cases "$@"
