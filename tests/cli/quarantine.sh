#!/usr/bin/env bash
# What is out of reach before it is dropped: quarantine: REASON.
. "$(dirname "$0")/lib.sh"

# A project that is applied to $db: customers, their old orders (a serial key, an index, a foreign key, a trigger), and a
# routine in a file of SQL.
project() {
    new_db db
    mkdir -p schema functions revisions
    printf 'databases: {db: "%s"}\ndefault: db\n' "$(url "$db")" >pleat.yaml
    cat >schema/shop.yaml <<'END'
tables:
  customer:
    columns:
      id: int not null
      fax: text not null
      name: text
    primary_key: [id]
  old_order:
    columns:
      id: bigserial
      customer_id: int not null
      note: text not null default 'none'
    primary_key: [id]
    foreign_keys:
      - (customer_id) references customer (id)
    indexes:
      - [customer_id]
    triggers:
      keep: before update on old_order for each row execute function suppress_redundant_updates_trigger()
END
    cat >functions/fax_of.sql <<'END'
CREATE FUNCTION fax_of(c int) RETURNS text LANGUAGE sql STABLE AS $$ SELECT 'fax ' || c $$;
END
    git_project
    change start
    deploy start
    psql_do "$db" "insert into customer values (1, '555', 'Ada'); insert into old_order (customer_id) values (1)"
}

# change ID: what leads to the declarations; the expand revision is ID, the contract IDc
change() {
    pleat revision --autogenerate -m "change $1" --rev-id "$1" >/dev/null
}

deploy() {
    pleat upgrade expand@head >/dev/null
    pleat upgrade contract@head >/dev/null
}

quarantine_order() {
    sed -i 's/^  old_order:/&\n    quarantine: orders live in another service/' schema/shop.yaml
}

quarantine_fax() {
    sed -i 's/fax: text not null/fax: {type: text, not_null: true, quarantine: nobody faxes}/' schema/shop.yaml
}

case_a_table() {
    project
    dump "$db" >start.sql
    quarantine_order
    change q
    contract=$(ls revisions/*_qc_contract*.sql)
    expect_match '^-- pleat: drops table public.old_order kept as pleat_quarantine.old_order$' "$contract"
    expect_match '^ALTER TABLE public.old_order SET SCHEMA pleat_quarantine;$' "$contract"
    expect_no_match 'DROP TABLE|CREATE TABLE|CREATE INDEX|loses data' "$contract"
    deploy
    expect_exit 0 pleat check
    expect_equal "1 none" "$(psql_do "$db" "select id || ' ' || note from pleat_quarantine.old_order")"
    expect_exit 1 psql_do "$db" "select from old_order"
    # nothing of it holds back those who go on
    expect_exit 0 psql_do "$db" "delete from customer"
    expect_exit 0 pleat revision --autogenerate -m nothing
    expect_match 'nothing to do'

    psql_do "$db" "insert into customer values (1, '555', 'Ada')"
    pleat downgrade contract@-1 >/dev/null
    pleat downgrade expand@-1 >/dev/null
    dump "$db" >back.sql
    same_dump start.sql back.sql
    expect_equal 1 "$(psql_do "$db" "select count(*) from old_order")"
}

case_nobody_may_look_there() {
    project
    psql_do "$db" "do \$\$ begin if not exists (select from pg_roles where rolname = 'quarantine_reader') then
        create role quarantine_reader; end if; end \$\$; grant select on old_order to quarantine_reader"
    quarantine_order
    change q
    deploy
    expect_exit 1 psql_do "$db" "set role quarantine_reader; select from pleat_quarantine.old_order"
    expect_match 'permission denied for schema pleat_quarantine'
    psql_do "$db" "revoke all on pleat_quarantine.old_order from quarantine_reader; drop role quarantine_reader"
}

case_a_column() {
    project
    quarantine_fax
    change q
    expect_match '^ALTER TABLE public.customer ALTER COLUMN fax DROP NOT NULL;$' "$(ls revisions/*_q_expand*.sql)"
    expect_match '^ALTER TABLE public.customer RENAME COLUMN fax TO pleat_quarantine_fax;$' "$(ls revisions/*_qc_contract*.sql)"
    expect_exit 0 pleat upgrade expand@head
    expect_exit 0 psql_do "$db" "insert into customer (id, name) values (2, 'a new application''s')"
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat check
    expect_exit 1 psql_do "$db" "select fax from customer"

    # its time is over
    sed -i '/fax:/d' schema/shop.yaml
    change d
    expect_match '^-- pleat: drops column public.customer.pleat_quarantine_fax$' "$(ls revisions/*_dc_contract*.sql)"
    deploy
    expect_exit 0 pleat check
    expect_equal 2 "$(psql_do "$db" "select count(*) from pg_attribute where attrelid = 'customer'::regclass and attnum > 0 and not attisdropped")"
}

case_a_routine_in_a_file() {
    project
    sed -i '1i -- pleat: quarantine nobody faxes' functions/fax_of.sql
    change q
    expect_match '^ALTER FUNCTION public.fax_of\(integer\) SET SCHEMA pleat_quarantine;$' "$(ls revisions/*_qc_contract*.sql)"
    deploy
    expect_exit 0 pleat check
    new_db other
    expect_exit 0 pleat create -d "$(url "$other")"
    expect_equal "fax 1" "$(psql_do "$other" "select pleat_quarantine.fax_of(1)")"
    expect_exit 0 pleat diff "$(url "$db")" "$(url "$other")" --exit-code
}

case_it_comes_back() {
    project
    dump "$db" >start.sql
    quarantine_order
    quarantine_fax
    change q
    deploy
    sed -i '/quarantine: orders/d; s/fax: {.*}/fax: text not null/' schema/shop.yaml
    change r
    expect_match '^ALTER TABLE pleat_quarantine.old_order SET SCHEMA public;$' "$(ls revisions/*_r_expand*.sql)"
    expect_no_match 'CREATE VIEW|breaks' "$(ls revisions/*_r_expand*.sql)"
    deploy
    expect_exit 0 pleat check
    dump "$db" >back.sql
    same_dump start.sql back.sql
    expect_equal "555 none" "$(psql_do "$db" "select fax || ' ' || note from customer, old_order")"
}

case_who_still_needs_it() {
    project
    psql_do "$db" "create function notes() returns bigint language plpgsql as \$\$ begin return (select count(*) from old_order); end \$\$"
    quarantine_order
    pleat revision --autogenerate --from revisions -m q --rev-id q >/dev/null
    expect_exit 0 pleat upgrade expand@head
    expect_exit 2 pleat upgrade contract@head
    expect_match '^  routines: the body of public.notes\(\) names table public.old_order: change it first$'
}

case_dropped_only_after_its_time() {
    project
    printf 'gates: {quarantined_for: 30d}\n' >>pleat.yaml
    cp schema/shop.yaml shop.yaml
    sed -i '/fax:/d' schema/shop.yaml
    change d
    expect_exit 0 pleat upgrade expand@head
    expect_exit 2 pleat upgrade contract@head
    expect_match '^  quarantined: column public.customer.fax goes without having been in quarantine$'
    pleat lint dc >"$OUT" 2>"$ERR" || true
    expect_match 'PL704.*column public.customer.fax goes, and was never in quarantine|column public.customer.fax goes, and was never in quarantine.*PL704'
    pleat downgrade expand@-1 >/dev/null
    rm revisions/*_d_* revisions/*_dc_*

    cp shop.yaml schema/shop.yaml
    quarantine_fax
    change q
    deploy
    pleat lint >"$OUT" 2>"$ERR" || true
    expect_match 'PL703.*column public.customer.pleat_quarantine_fax is in quarantine: nobody faxes'
    sed -i '/fax:/d' schema/shop.yaml
    change d
    expect_exit 0 pleat upgrade expand@head
    expect_exit 2 pleat upgrade contract@head
    expect_match '^  quarantined: column public.customer.pleat_quarantine_fax has been in quarantine for [0-9]+ s of 30 d 0 h: wait for another 29 d 23 h$'
    psql_do "$db" "update pleat.version set applied_at = applied_at - interval '31 days' where id = 'qc'"
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat check
}

case_what_cannot_be() {
    project
    sed -i 's/^    primary_key: \[id\]/    primary_key: {columns: [id], quarantine: why not}/' schema/shop.yaml
    sed -i 's/fax: text not null/fax: {definition: text not null, quarantine: nobody faxes}/' schema/shop.yaml
    expect_exit 2 pleat diff
    expect_match 'schema/shop.yaml:7:[0-9]+: error: quarantine is for what holds data or is called: a primary key cannot be taken out of reach'
    expect_match 'schema/shop.yaml:5:[0-9]+: error: column public.customer.fax cannot be quarantined: say what it is by keys'
    # what still refers to it
    cp schema/shop.yaml shop.yaml
    git checkout -q schema/shop.yaml
    sed -i 's/^  customer:/&\n    quarantine: no customers any more/' schema/shop.yaml
    expect_exit 2 pleat diff
    expect_match 'foreign key .*relation "customer" does not exist|relation "(public.)?customer" does not exist'
}

run_cases "$@"
