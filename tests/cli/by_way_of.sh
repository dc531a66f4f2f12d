#!/usr/bin/env bash
# A type that both applications cannot have under one name: two releases, with another name between them.
. "$(dirname "$0")/lib.sh"

# A project that is applied to $db: items with a code that is text, an index, a view.
project() {
    new_db db
    mkdir -p schema views revisions
    printf 'databases: {db: "%s"}\ndefault: db\n' "$(url "$db")" >pleat.yaml
    cat >schema/item.yaml <<'END'
tables:
  item:
    columns:
      id: int not null
      code: text
    primary_key: [id]
    indexes:
      - [code]
END
    echo 'CREATE VIEW coded AS SELECT id, code FROM item;' >views/coded.sql
    git_project
    pleat revision --autogenerate -m start --rev-id start >/dev/null
    pleat upgrade head --both-phases >/dev/null
    psql_do "$db" "insert into item values (1, '12'), (2, 'none')"
}

number() {
    cat >schema/item.yaml <<'END'
tables:
  item:
    columns:
      id: int not null
      code:
        type: integer
        backfill: case when code ~ '^[0-9]{1,9}$' then code::integer end
        backfill_down: {code: "code::text"}
    primary_key: [id]
    indexes:
      - [code]
END
}

case_two_phases_say_what_they_cannot() {
    project
    number
    sed -i '/backfill/d' schema/item.yaml
    expect_exit 0 pleat diff
    expect_match '^note: column public.item.code is text until the contract revision, for the new application too; where that needs integer, revision --by-way-of public.item.code=NAME writes the two releases that lead there, once backfill and backfill_down of the column say'
    expect_exit 0 pleat revision --autogenerate -m number --rev-id n
    expect_match '^-- meanwhile: column public.item.code is text until the contract revision' "$(ls revisions/*_n_expand*)"
    expect_no_match 'meanwhile' "$(ls revisions/*_nc_contract*)"
    rm revisions/*_n_* revisions/*_nc_*
    expect_exit 2 pleat revision --autogenerate -m number --by-way-of public.item.code=code_number
    expect_match 'public.item.code is declared without a way from the one type to the other'
}

case_the_chain() {
    project
    number
    dump "$db" >start.sql
    expect_exit 0 pleat revision --autogenerate -m number --rev-id n --by-way-of public.item.code=code_number
    expect_equal "expand contract expand contract" "$(cd revisions && ls *_n*_* | sed 's/^[^_]*_[^_]*_//; s/_.*//' | xargs)"
    expect_match '^-- pleat: message number \(1 of 2, by way of code_number\)$' "$(ls revisions/*_n_expand*)"
    expect_match '^-- pleat: revision n2 expand after n$' "$(ls revisions/*_n2_expand*)"
    expect_match '^-- pleat: depends_on nc$' "$(ls revisions/*_n2_expand*)"
    expect_match '^-- pleat: revision n2c contract after nc$' "$(ls revisions/*_n2c_contract*)"

    # the first release: both applications at once, each with its type
    expect_exit 0 pleat upgrade n
    psql_do "$db" "update item set code = '13' where id = 1; update item set code_number = 7 where id = 2; insert into item values (3, 'odd')"
    expect_equal "1 13 13|2 7 7|3 odd -" "$(psql_do "$db" "select string_agg(id || ' ' || code || ' ' || coalesce(code_number::text, '-'), '|' order by id) from item")"
    expect_exit 2 pleat upgrade n2
    expect_exit 0 pleat upgrade nc
    expect_exit 0 psql_do "$db" "select code_number + 1 from item"
    # the second
    expect_exit 0 pleat upgrade n2
    psql_do "$db" "update item set code = 70 where id = 2; update item set code_number = 14 where id = 1"
    expect_equal "1 14 14|2 70 70" "$(psql_do "$db" "select string_agg(id || ' ' || code || ' ' || code_number, '|' order by id) from item where id < 3")"
    expect_exit 0 pleat upgrade n2c
    expect_exit 0 pleat check
    expect_equal 14 "$(psql_do "$db" "select code from coded where id = 1")"

    for revision in contract expand contract expand; do
        pleat downgrade $revision@-1 >/dev/null
    done
    dump "$db" >back.sql
    same_dump start.sql back.sql
    expect_equal "14|70" "$(psql_do "$db" "select string_agg(code, '|' order by id) from item")"
}

case_what_it_cannot_be_about() {
    project
    number
    expect_exit 2 pleat revision --autogenerate -m n --by-way-of public.item.kode=x
    expect_match 'public.item.kode is no column that is there before and after'
    expect_exit 2 pleat revision --autogenerate -m n --by-way-of public.item.id=x
    expect_match 'public.item.id keeps its type'
    expect_exit 2 pleat revision --autogenerate -m n --by-way-of public.item.code=id
    expect_match 'needs a name that nothing else has'
    expect_equal 1 "$(ls revisions | wc -l)"
}

run_cases "$@"
