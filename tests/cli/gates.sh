#!/usr/bin/env bash
# What must hold on a database before a contract revision runs there.
. "$(dirname "$0")/lib.sh"

# A project that is applied to $db: customers with names and birthdays, and their orders.
project() {
    new_db db
    mkdir -p schema functions revisions
    printf 'databases: {db: "%s"}\ndefault: db\n' "$(url "$db")" >pleat.yaml
    cat >schema/customer.yaml <<'END'
tables:
  customer:
    columns:
      id: int not null
      born: date
      name: text
    primary_key: [id]
END
    git_project
    change start
    deploy start
}

# change ID: what leads to the declarations; the expand revision is ID, the contract IDc
change() {
    pleat revision --autogenerate --from revisions -m "change $1" --rev-id "$1" >/dev/null
}

deploy() {
    pleat upgrade expand@head >/dev/null
    pleat upgrade contract@head >/dev/null
}

drop_born() {
    sed -i '/born/d' schema/customer.yaml
    change a
    expect_match '^-- pleat: drops column public.customer.born$' "$(ls revisions/*_ac_contract*.sql)"
    expect_exit 0 pleat upgrade expand@head
}

case_others_that_use_what_goes() {
    project
    psql_do "$db" "create view by_hand as select id, born from customer;
        create function age_of(c int) returns text language plpgsql as \$\$ begin return (select born from customer where id = c); end \$\$;
        create function elsewhere() returns text language sql as 'select born from (select 1 as born) x'" 2>/dev/null
    drop_born
    expect_exit 2 pleat upgrade contract@head
    expect_match '^pleat: error: revision ac is not run, for its gates refuse:$|revision ac is not run, for its gates refuse:'
    expect_match '^  dependants: view public.by_hand uses public.customer.born, and is none of the revision.s: drop or change it$'
    expect_match '^  routines: the body of public.age_of\(integer\) names column public.customer.born: change it first$'
    expect_no_match elsewhere
    expect_equal 0 "$(psql_do "$db" "select count(*) from pleat.journal where revision = 'ac'")"

    psql_do "$db" "drop view by_hand"
    printf 'gates: {routines: warn}\n' >>pleat.yaml
    expect_exit 0 pleat upgrade contract@head
    expect_match 'warning of gates:'
    expect_match '^  routines: the body of public.age_of'
    expect_equal 0 "$(psql_do "$db" "select count(*) from pg_attribute where attname = 'born' and attrelid = 'customer'::regclass")"
}

# The word alone does not tell which one of two is meant.
case_names_that_others_have_too() {
    project
    psql_do "$db" "create schema old; create table old.customer (born date);
        create function age_of(c int) returns text language plpgsql as \$\$ begin return (select born from old.customer limit 1); end \$\$"
    drop_born
    expect_exit 0 pleat upgrade contract@head
    expect_no_match 'gates'
}

case_the_old_name_of_a_table() {
    project
    sed -i 's/^  customer:/&\n    renamed_from: buyer/; s/^  customer:/  client:/; s/buyer/customer/' schema/customer.yaml
    change a
    expect_match '^-- pleat: drops table public.customer$' "$(ls revisions/*_ac_contract*.sql)"
    expect_exit 0 pleat upgrade expand@head
    psql_do "$db" "create view by_hand as select id from customer"
    expect_exit 2 pleat upgrade contract@head
    expect_match '^  dependants: view public.by_hand uses public.customer'
    psql_do "$db" "drop view by_hand"
    expect_exit 0 pleat upgrade contract@head
}

case_an_override_is_journalled() {
    project
    psql_do "$db" "create function age_of(c int) returns text language plpgsql as \$\$ begin return (select born from customer where id = c); end \$\$"
    drop_born
    expect_exit 0 pleat upgrade contract@head --override "age_of goes with the next change"
    expect_match 'went on although gates refuse \(age_of goes with the next change\):'
    expect_equal "failed|ac" "$(psql_do "$db" "select state, revision from pleat.journal where kind = 'gates' and error like '%age_of goes with the next change%routines: the body of public.age_of%'")"
    expect_exit 0 pleat current -v
    expect_match '^    went on although gates refuse \(age_of goes with the next change\)'
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat downgrade contract@-1
}

case_statements_that_still_run() {
    project
    psql_do "$db" "create extension pg_stat_statements; select pg_stat_statements_reset()" >/dev/null 2>&1 ||
        skip "the server has no pg_stat_statements"
    psql_do "$db" "select born from customer where id = 1"
    drop_born
    # Counted from before the expand phase on: it cannot be told when it ran.
    psql_do "$db" "select pg_stat_statements_reset()" >/dev/null
    psql_do "$db" "select id, born from customer where name = 'x'"
    psql_do "$db" "select name from customer"
    expect_exit 2 pleat upgrade contract@head
    expect_match '^  statements: column public.customer.born is named by a statement that ran 1 times since the expand phase \(queryid -?[0-9]+\): select id, born from customer where name = \$1$'
    expect_no_match 'select name from'
    psql_do "$db" "select pg_stat_statements_reset()" >/dev/null
    expect_exit 0 pleat upgrade contract@head
    expect_no_match 'statements:'
}

case_statements_from_before_are_a_warning() {
    project
    psql_do "$db" "create extension pg_stat_statements; select pg_stat_statements_reset()" >/dev/null 2>&1 ||
        skip "the server has no pg_stat_statements"
    psql_do "$db" "select born from customer where id = 1"
    sed -i 's/born: date/birthday: {type: date, renamed_from: born}/' schema/customer.yaml
    change a
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 pleat upgrade contract@head
    expect_match '^  statements: column public.customer.born is named by a statement that ran 1 times, maybe before the expand phase; .*: select born from customer where id = \$1$'
    expect_equal 1 "$(grep -c '^  statements:' "$ERR")"
}

case_rows_that_are_not_filled() {
    project
    psql_do "$db" "insert into customer select g, '2000-01-01', 'x' from generate_series(1, 10) g"
    sed -i 's/born: date/birthday: {type: date, renamed_from: born}/' schema/customer.yaml
    change a
    expect_exit 0 pleat upgrade expand@head
    psql_do "$db" "alter table customer disable trigger user; insert into customer (id, born) values (11, '2001-01-01');
                   alter table customer enable trigger user"
    expect_exit 2 pleat upgrade contract@head
    expect_match '^  backfill: public.customer has rows that are not filled: run the statement of revision a for them \(.*revisions/.*_a_expand_.*\.sql:[0-9]+\)$'
    # A script asks as far as SQL can.
    expect_exit 0 pleat upgrade a:ac --sql
    cp "$OUT" script.sql
    expect_match '^-- gates that a script does not ask: constraints, indexes, dependants, statements, routines$' script.sql
    expect_exit 3 psql -X -q -d "$db" -f script.sql
    expect_match 'ERROR:  gate backfill: public.customer is not as revision a has left it'
    psql_do "$db" "update customer set birthday = born where birthday is null"
    psql_do "$db" "create database \"${db}_copy\" template \"$db\""
    expect_exit 0 psql -X -q -d "${db}_copy" -f script.sql
    psql_do postgres "drop database \"${db}_copy\""
    expect_exit 0 pleat upgrade contract@head
}

case_what_the_expand_phase_built_is_valid() {
    project
    sed -i 's/    primary_key.*/&\n    indexes: {by_name: (name)}/; /born/d' schema/customer.yaml
    change a
    expect_exit 0 pleat upgrade expand@head
    psql_do "$db" "set allow_system_table_mods = on; update pg_index set indisvalid = false where indexrelid = 'by_name'::regclass"
    expect_exit 2 pleat upgrade contract@head --allow-drift
    expect_match '^  indexes: public.by_name on public.customer is not valid: REINDEX INDEX CONCURRENTLY rebuilds it$'
    psql_do "$db" "reindex index concurrently by_name"
    expect_exit 0 pleat upgrade contract@head
}

case_time_to_soak() {
    project
    sed -i 's/born: date/birthday: {type: date, renamed_from: born}/' schema/customer.yaml
    change a
    printf 'gates: {soak: 2d}\n' >>pleat.yaml
    expect_exit 0 pleat upgrade expand@head
    expect_exit 2 pleat upgrade contract@head
    expect_match '^  soak: revision a was applied [0-9]+ s ago, and is to be there for 2 d 0 h: wait for another 1 d 23 h$'
    expect_exit 0 pleat upgrade a:ac --sql
    cp "$OUT" script.sql
    expect_exit 3 psql -X -q -d "$db" -f script.sql
    expect_match 'ERROR:  gate soak: revision a was applied less than 172800 s ago'
    psql_do "$db" "update pleat.version set applied_at = applied_at - interval '3 days'"
    expect_exit 0 pleat upgrade contract@head

    # A run that crosses both phases is for where no old application is.
    new_db empty
    expect_exit 0 pleat upgrade head --both-phases -d "$(url "$empty")"
    sed -i 's/soak: 2d/soak: 2 days/' pleat.yaml
    expect_exit 2 pleat upgrade contract@head
    expect_match 'pleat.yaml:3:[0-9]+: error: "2 days" is no time for a gate'
}

case_what_was_never_deprecated() {
    project
    printf 'gates: {deprecated_for: 14d}\n' >>pleat.yaml
    drop_born
    expect_exit 2 pleat upgrade contract@head
    expect_match '^  deprecated: column public.customer.born goes without having been declared deprecated$'
    pleat lint ac >"$OUT" 2>"$ERR" || true
    expect_match 'PL702.*column public.customer.born goes, and was never declared deprecated|column public.customer.born goes, and was never declared deprecated.*PL702'
}

case_deprecated_long_enough() {
    project
    printf 'gates: {deprecated_for: 14d}\n' >>pleat.yaml
    sed -i 's/born: date/born: {type: date, deprecated: nobody asks for it}/' schema/customer.yaml
    export GIT_AUTHOR_DATE=2026-01-05T12:00:00 GIT_COMMITTER_DATE=2026-01-05T12:00:00
    commit "born is deprecated"
    unset GIT_AUTHOR_DATE GIT_COMMITTER_DATE
    sed -i '/born/d' schema/customer.yaml
    change a
    expect_match '^-- pleat: drops column public.customer.born deprecated 2026-01-05$' "$(ls revisions/*_ac_contract*.sql)"
    expect_exit 0 pleat upgrade expand@head
    sed -i 's/deprecated 2026-01-05/deprecated 2999-01-05/' revisions/*_ac_contract*.sql
    expect_exit 2 pleat upgrade contract@head
    sed -i 's/deprecated 2999-01-05/deprecated 2026-01-05/' revisions/*_ac_contract*.sql
    expect_exit 0 pleat upgrade contract@head
}

# Two features, each with its two deployments, in both orders that are right; and in one that is not.
two_features() {
    project
    sed -i '/born/d' schema/customer.yaml
    sed -i 's/      name: text/&\n      email: text/' schema/customer.yaml
    change a
    sed -i 's/      name: text/      full_name: {type: text, renamed_from: name}/' schema/customer.yaml
    change b
}

case_one_feature_after_the_other() {
    two_features
    for revision in a ac b bc; do
        expect_exit 0 pleat upgrade "$revision"
    done
    expect_exit 0 pleat check
}

case_both_expands_first() {
    two_features
    for revision in a b ac bc; do
        expect_exit 0 pleat upgrade "$revision"
    done
    expect_exit 0 pleat check
}

case_the_wrong_order_names_what_is_missing() {
    two_features
    expect_exit 0 pleat upgrade a
    expect_exit 2 pleat upgrade contract@head
    expect_match '^pleat: error: .*\bbc\b.*\bb\b'
    expect_exit 0 pleat upgrade b
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat check
}

run_cases "$@"
