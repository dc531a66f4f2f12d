#!/usr/bin/env bash
# The main job, end to end: schemas/crashstats through the demo's change and back; schemas reflected and made again.
. "$(dirname "$0")/lib.sh"

# crashstats in a git repository of its own, and an empty database $db that "-d" of $pleat names.
crashstats() {
    cp -r "$SOURCE_ROOT/schemas/crashstats/." .
    git_project
    new_db db
    make_roles
    export CRASHSTATS_URL
    CRASHSTATS_URL=$(url "$db")
    sed -i 's/^default: dev/default: production/' pleat.yaml
}

make_roles() {
    local role
    for role in crash_app crash_report; do
        psql_do postgres "do \$\$ begin create role $role; exception when duplicate_object then null; end \$\$"
    done
}

baseline() {
    expect_exit 0 pleat revision --autogenerate -m baseline
    commit baseline
    expect_exit 0 pleat upgrade head
}

application_works() {
    psql -X -q -o /dev/null -v ON_ERROR_STOP=1 -d "$db" -c begin -f "$1" -c rollback
}

case_crashstats_there_and_back() {
    local expand contract body
    crashstats
    baseline
    expect_exit 0 pleat check
    psql -X -q -o /dev/null -v ON_ERROR_STOP=1 -d "$db" -f app/seed.sql
    application_works app/old.sql
    dump "$db" >before.dump

    app/merge-names
    commit "merge user names"
    expect_exit 1 pleat diff --exit-code
    expect_exit 1 pleat check
    expect_exit 0 pleat revision --autogenerate -m "merge user names" --rev-id 5eed
    expect_equal 2 "$(wc -l <"$OUT")"
    expand=$(ls revisions/*_5eed_expand_*)
    contract=$(ls revisions/*_5eedc_contract_*)
    commit "revision: merge user names"

    # what a reviewer must find in the right one of the two
    expect_match 'ADD COLUMN name text' "$expand"
    expect_match 'CREATE INDEX CONCURRENTLY' "$expand"
    expect_match "ADD VALUE IF NOT EXISTS 'triager'" "$expand"
    expect_match 'irreversible: .*triager' "$expand"
    expect_no_match '^(DROP|ALTER TABLE .* DROP COLUMN (first|last)_name)' <(sed '/^.quit/,$d' "$expand")
    expect_match 'DROP COLUMN first_name' "$contract"
    expect_match 'DROP TABLE public.crash_note' "$contract"
    expect_match 'irreversible: .*crash_note' "$contract"
    expect_match 'DROP FUNCTION public.find_signatures\(' "$contract"

    # the prior body is the committed file's text, and the header says where it comes from
    body=$(cat "$expand" "$contract" | sed -n '/^-- prior body: functions\/users\/user_label.sql, blob/,/^\$\$;/p')
    expect_match "blob $(git rev-parse --short=7 HEAD~2:functions/users/user_label.sql), commit " <(echo "$body" | head -1)
    expect_equal "$(git show HEAD~2:functions/users/user_label.sql)" \
        "$(sed '1d; s/^create or replace/create/' <<<"$body")"

    expect_exit 0 pleat upgrade expand@head
    application_works app/old.sql
    # it has its contract before it, and that is no drift
    expect_exit 0 no_drift
    expect_equal "Ada Abel" "$(psql_do "$db" "select name from user_account order by id limit 1")"
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 no_scratch pleat check
    expect_match '^in sync$'
    expect_exit 0 pleat current --check-heads
    expect_exit 0 pleat heads
    expect_equal 2 "$(wc -l <"$OUT")"
    expect_exit 0 pleat heads --resolve-dependencies
    expect_equal "5eedc (contract) (head)" "$(cat "$OUT")"

    expect_exit 0 pleat downgrade contract@-1
    application_works app/old.sql
    expect_exit 0 pleat downgrade expand@-1
    application_works app/old.sql
    dump "$db" >after.dump
    # but for the enum value, as the header said
    expect_equal "$(printf "+    'triager',")" "$(diff -u <(normal_dump before.dump) <(normal_dump after.dump) | grep '^[-+][^-+]')"
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat check
}

no_drift() {
    pleat check || [ $? -eq 1 ]
    pleat check | grep -q drifted && return 1 || return 0
}

case_the_second_autogenerate_says_nothing_to_do() {
    crashstats
    baseline
    expect_exit 0 pleat revision --autogenerate -m again
    expect_match 'nothing to do'
    expect_equal 1 "$(ls revisions | wc -l)"
    expect_exit 0 pleat upgrade head
    expect_match 'nothing to do'
}

# Told and not modelled: privileges of languages that an extension brings.
modelled() {
    dump "$1" | sed -E "/^GRANT ALL ON LANGUAGE /d" >"$1.dump"
    echo "$1.dump"
}

# What is in the database is what the files say, and these make the same database once more.
reflect_and_create() {
    local first=$1 second
    expect_exit 0 pleat reflect -d "$(url "$first")" --out reflected
    expect_exit 0 no_scratch_nor_cache pleat check -d "$(url "$first")" reflected
    expect_match '^in sync$'
    new_db second
    expect_exit 0 pleat create -d "$(url "$second")" reflected
    same_dump "$(modelled "$first")" "$(modelled "$second")"
    expect_exit 0 no_scratch_nor_cache pleat check -d "$(url "$second")" reflected
    expect_match '^in sync$'
}

case_crashstats_created_reflected_and_created_again() {
    crashstats
    baseline
    new_db created
    expect_exit 0 pleat create -d "$(url "$created")"
    same_dump "$db" "$created"
    expect_exit 0 pleat check -d "$(url "$created")"
    expect_exit 0 pleat current --check-heads -d "$(url "$created")"
    # a database that pleat has not seen yet has no version table
    psql_do "$created" "drop schema pleat cascade"
    reflect_and_create "$created"
    # the baseline that reflect wrote makes the same, too
    new_db third
    expect_exit 0 pleat -C reflected -d "$(url "$third")" upgrade head
    same_dump "$created" "$third"
    expect_exit 0 pleat -C reflected -d "$(url "$third")" downgrade base
    new_db empty
    same_dump "$empty" "$third"
}

case_check_sees_what_is_not_in_sync() {
    crashstats
    baseline
    expect_exit 0 pleat reflect --out reflected
    psql_do "$db" "alter table bug alter title set not null"
    expect_exit 1 pleat check
    expect_match 'bug.*title'
    expect_exit 1 pleat check -d "$(url "$db")" reflected
    expect_match 'the database has 1 revision that is not here'
    expect_match 'column public.bug.title: differs: not_null'
}

round_trip_of() {
    db_counter=$2
    new_real_db "$1"
    dump "$db" >first.dump
    reflect_and_create "$db"
}

case_real_schemas_reflected_and_created_again() {
    local file name count=0 failed=()
    [ -f "${PLEAT_REAL_SCHEMAS:-}/pagila.sql" ] || skip "PLEAT_REAL_SCHEMAS names no folder with pagila.sql"
    for file in "$PLEAT_REAL_SCHEMAS"/*.sql; do
        name=$(basename "$file" .sql)
        case $name in *.roles) continue ;; esac
        mkdir "$name"
        count=$((count + 1))
        if (cd "$name" && round_trip_of "$name" $((10 * count))); then
            echo "$name: the same"
        else
            failed+=("$name")
        fi
    done
    expect_equal "" "${failed[*]}"
}

run_cases "$@"
