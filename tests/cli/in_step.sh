#!/usr/bin/env bash
# A column that takes the place of others: rows that stand while it is filled, written, undone.
. "$(dirname "$0")/lib.sh"

# A project whose first_name and last_name become name; its database $db has the baseline and the rows of this file.
merge_project() {
    new_db db
    printf 'databases:\n  test: "%s"\ndefault: test\n' "$(url "$db")" >pleat.yaml
    mkdir schema
    declare_person "$@"
    git_project
    expect_exit 0 pleat revision --autogenerate -m baseline --rev-id a1
    commit baseline
    expect_exit 0 pleat upgrade head
    psql_do "$db" "insert into person (first_name, last_name) values ('Ada', 'Lovelace'), ('Mary Ann', 'Smith')"
}

declare_person() {
    {
        printf 'tables:\n  person:\n    primary_key: [id]\n    columns:\n      id: bigint generated always as identity\n'
        printf '      %s\n' "$@"
    } >schema/person.yaml
}

merge_names() {
    declare_person 'name:' '  type: text' "  not_null: true" "$@" "  backfill: first_name || ' ' || last_name" \
        '  backfill_down:' "    first_name: split_part(name, ' ', 1)" "    last_name: substr(name, strpos(name, ' ') + 1)"
    expect_exit 0 pleat revision --autogenerate -m "one name" --rev-id b1
    commit "one name"
}

people() {
    psql_do "$db" "select $1 from person order by id"
}

# The way back cannot know where "Mary Ann Smith" was divided; until the contract nobody asks it to.
case_the_backfill_leaves_the_old_columns_alone() {
    merge_project 'first_name: text not null' 'last_name: text not null'
    merge_names
    expect_exit 0 pleat upgrade expand@head
    expect_equal $'Ada|Lovelace|Ada Lovelace\nMary Ann|Smith|Mary Ann Smith' "$(people 'first_name, last_name, name')"
    expect_exit 0 pleat downgrade expand@-1
    expect_equal $'Ada|Lovelace\nMary Ann|Smith' "$(people 'first_name, last_name')"
}

case_both_applications_write_between_expand_and_contract() {
    merge_project 'first_name: text not null' 'last_name: text not null'
    merge_names
    expect_exit 0 pleat upgrade expand@head
    psql_do "$db" "insert into person (first_name, last_name) values ('Grace', 'Hopper')"
    psql_do "$db" "insert into person (name) values ('Alan Turing')"
    psql_do "$db" "update person set last_name = 'King' where id = 1"
    psql_do "$db" "update person set name = 'Mary Jones' where id = 2"
    expect_equal $'Ada|King|Ada King\nMary|Jones|Mary Jones\nGrace|Hopper|Grace Hopper\nAlan|Turing|Alan Turing' \
        "$(people 'first_name, last_name, name')"
}

# A default would fill the rows first, and leave nothing to the backfill.
case_columns_that_come_back_are_filled_before_they_have_their_default() {
    merge_project "first_name: text not null default 'nobody'" "last_name: text default 'nowhere'"
    dump "$db" >before.dump
    merge_names
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat downgrade contract@-1
    expect_exit 0 pleat downgrade expand@-1
    expect_equal $'Ada|Lovelace\nMary|Ann Smith' "$(people 'first_name, last_name')"
    psql_do "$db" "insert into person default values"
    expect_equal 'nobody|nowhere' "$(people 'first_name, last_name' | tail -n 1)"
    same_dump before.dump "$db"
}

# The new application writes it itself, also while the contract is undone.
case_an_old_column_that_stays_is_not_led() {
    new_db db
    printf 'databases: {db: "%s"}\ndefault: db\n' "$(url "$db")" >pleat.yaml
    mkdir schema
    printf 'tables:\n  t:\n    columns:\n      a: int\n      b: int\n' >schema/t.yaml
    expect_exit 0 pleat revision --autogenerate -m one --rev-id a1
    expect_exit 0 pleat upgrade head
    printf 'tables:\n  t:\n    columns:\n      b: int\n      c: {type: int, backfill: a, backfill_down: {a: c, b: c}}\n' >schema/t.yaml
    expect_exit 0 pleat revision --autogenerate -m two --rev-id b1
    sed -n '/^-- pleat: downgrade/,/^CREATE TRIGGER/p' revisions/*_b1c_* >back.sql
    expect_match 'NEW.a := NEW.c;' back.sql
    expect_no_match 'NEW.b := ' back.sql
}

case_a_nullable_column_with_a_default_comes_back_nullable() {
    merge_project 'first_name: text not null' "last_name: text default ''"
    merge_names
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat downgrade contract@-1
    expect_equal 'first_name|t last_name|f' "$(psql_do "$db" "select string_agg(concat_ws('|', attname, attnotnull), ' '
        order by attname) from pg_attribute where attrelid = 'person'::regclass and attname ~ '_name'")"
}

# The new column's default is not what the old rows are to have.
case_a_new_column_with_a_default_is_filled_by_its_backfill() {
    merge_project 'first_name: text not null' 'last_name: text not null'
    merge_names "  default: \"'nobody'\""
    expect_exit 0 pleat upgrade expand@head
    psql_do "$db" "insert into person (first_name, last_name) values ('Grace', 'Hopper')"
    expect_equal $'Ada Lovelace\nMary Ann Smith\nGrace Hopper' "$(people name)"
    expect_exit 0 pleat upgrade contract@head
    psql_do "$db" "insert into person default values"
    expect_equal nobody "$(people name | tail -n 1)"
    expect_exit 0 pleat check
}

case_an_index_without_a_name_and_without_naming() {
    merge_project 'first_name: text' 'last_name: text'
    printf '    indexes:\n      - [last_name]\n      - [lower(first_name)]\n' >>schema/person.yaml
    expect_exit 0 pleat diff
    expect_match 'index person_last_name_idx'
    expect_exit 0 pleat revision --autogenerate -m index
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat check
}

run_cases "$@"
