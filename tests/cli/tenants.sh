#!/usr/bin/env bash
# Many targets: the schemas of tenants, and the databases of pleat.yaml.
. "$(dirname "$0")/lib.sh"

# tenant_project DB: its configuration, and two revisions of tenants beside one of the database.
tenant_project() {
    mkdir revisions
    printf "databases:\n  dev: embedded\n  shop: %s\ndefault: shop\ntenants: 't%%'\n" "$(url "$1")" >pleat.yaml
    cat >revisions/1_shared.sql <<'END'
-- pleat: revision 5000 expand
-- pleat: message what all share
\set ON_ERROR_STOP on
CREATE TABLE public.plan (name text PRIMARY KEY);
\quit
-- pleat: downgrade
DROP TABLE public.plan;
END
    cat >revisions/2_customer.sql <<'END'
-- pleat: revision a100 expand
-- pleat: message customers
-- pleat: tenant
\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE {schema}.customer (id int PRIMARY KEY, name text);
COMMENT ON TABLE {schema}.customer IS 'of {schema}';
CREATE FUNCTION {schema}.customers() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM {schema}.customer $$;
COMMIT;
-- pleat: verify it is there
SELECT '{schema}.customer'::regclass::text IS NOT NULL;
\quit
-- pleat: downgrade
BEGIN;
DROP FUNCTION {schema}.customers();
DROP TABLE {schema}.customer;
COMMIT;
END
    cat >revisions/3_label.sql <<'END'
-- pleat: revision a200 expand after a100
-- pleat: message labels
-- pleat: tenant
\set ON_ERROR_STOP on
ALTER TABLE {schema}.customer ADD COLUMN label text;
-- pleat: backfill {schema}.customer
UPDATE {schema}.customer SET label = name WHERE label IS NULL AND /*range*/ true;
CREATE INDEX CONCURRENTLY "ix {schema}" ON {schema}.customer (label);
\quit
-- pleat: downgrade
DROP INDEX CONCURRENTLY {schema}."ix {schema}";
ALTER TABLE {schema}.customer DROP COLUMN label;
END
}

# make_tenants DB FIRST LAST: schemas t001, t002, ...
make_tenants() {
    psql_do "$1" "do \$\$ begin for i in $2..$3 loop execute format('create schema %I', 't' || lpad(i::text, 3, '0')); end loop; end \$\$"
}

# How many tenants have a revision.
tenants_at() {
    psql -X -q -A -t -v ON_ERROR_STOP=1 -v id="$2" -d "$1" <<'END' | grep -c x || true
select format('select ''x'' from %I.pleat_version where id = %L', n.nspname, :'id')
from pg_namespace n join pg_class c on c.relnamespace = n.oid where c.relname = 'pleat_version' and c.relkind = 'r' \gexec
END
}

case_200_tenants() {
    new_db db
    make_tenants "$db" 1 200
    tenant_project "$db"
    expect_exit 0 pleat upgrade expand@head --tenants -j 4 -q
    expect_equal 201 "$(wc -l <"$OUT")"
    expect_match '^target +from +to +outcome +seconds$'
    expect_match '^t200 +base +a200 +done +[0-9.]+$'
    expect_equal 200 "$(tenants_at "$db" a200)"
    expect_equal "f" "$(psql_do "$db" "select to_regclass('public.plan') is not null or to_regclass('pleat.version') is not null")"
    make_tenants "$db" 201 201
    expect_exit 1 pleat current --tenants -j 4 --check-heads
    expect_equal 200 "$(grep -c ': a200 (expand) (head)$' "$OUT")"
    expect_equal "t001: a200 (expand) (head)" "$(head -n 1 "$OUT")"
    expect_equal "t201: <base>" "$(tail -n 1 "$OUT")"
    expect_exit 0 pleat upgrade expand@head --tenants -j 4
    expect_match '^t201 +base +a200 +done'
    expect_match '^t200 +a200 +a200 +nothing to do'
    expect_match '^201 targets: 1 done, 200 nothing to do$'
}

case_the_database_and_its_tenants_are_two_graphs() {
    new_db db
    make_tenants "$db" 1 2
    tenant_project "$db"
    expect_exit 0 pleat upgrade head
    expect_equal "5000" "$(psql_do "$db" "select string_agg(id, ' ') from pleat.version")"
    expect_exit 0 pleat history
    expect_no_match a100
    expect_exit 0 pleat history --tenants
    expect_match 'a100 -> a200 \(expand\) \(head\), labels'
    expect_no_match 5000
    expect_exit 2 pleat history --tenants -i
    expect_match 'of which tenant\? --tenant NAME says it'
    expect_exit 0 pleat upgrade a100 --tenant t002 -q
    expect_exit 0 pleat history --tenant t002 -i
    expect_match 'a100 \(expand\) \(current\)'
    expect_exit 1 pleat check
    expect_match "^table public.plan: made by a revision"
    expect_no_match customer
    expect_exit 0 pleat revision --tenants -m more --rev-id a300
    expect_match '^-- pleat: tenant$' revisions/*a300*.sql
    expect_match 'a300 expand after a200' revisions/*a300*.sql
    expect_exit 2 pleat revision --tenants -m more --rev-id 5000
    expect_match 'revision 5000 exists already'
    expect_exit 2 pleat revision --tenants --autogenerate -m more
    expect_match 'revisions of tenants cannot be generated yet'
    sed -i 's/after a200/after 5000/' revisions/*a300*.sql
    expect_exit 2 pleat history
    expect_match "revision a300 comes after 5000, which is the database's own revision"
    rm revisions/*a300*.sql
    sed -i '/^-- pleat: tenant$/d' revisions/2_customer.sql revisions/3_label.sql
    expect_exit 2 pleat upgrade a100
    expect_match '\{schema\} is the schema of a tenant, and this is a revision of the database'
    sed -i '/^tenants/d' pleat.yaml
    expect_exit 2 pleat upgrade head --tenants
    expect_match 'no tenants in '
    printf "tenants: 'x%%'\n" >>pleat.yaml
    expect_exit 0 pleat upgrade head --tenants
    expect_match "no schema is like 'x%'"
}

case_odd_names() {
    new_db db
    local long name names
    long=t$(printf 'x%.0s' {1..62})
    names=("t a" 't"q' "t'q" 'tAbc' 'tüö' "t\\b" 't.dot' 't$$x' 't;--' "$long" $'t\nline' 't%s' 'table')
    for name in "${names[@]}"; do
        psql_do "$db" "create schema \"${name//\"/\"\"}\""
    done
    tenant_project "$db"
    sed -i 's/AS \$\$\(.*\)\$\$;/AS $body$\1$body$;/' revisions/2_customer.sql
    expect_exit 0 pleat upgrade expand@head --tenants -j 3
    expect_match '^13 targets: 13 done$'
    expect_match '^t\\x0aline +base +a200 +done'
    expect_equal 13 "$(tenants_at "$db" a200)"
    expect_equal 13 "$(psql_do "$db" "select count(*) from pg_index i join pg_class c on c.oid = i.indexrelid
        join pg_namespace n on n.oid = c.relnamespace where c.relname = left('ix ' || n.nspname, 63) and i.indisvalid")"
    expect_equal 13 "$(psql_do "$db" "select count(*) from pg_namespace n where
        obj_description(format('%I.customer', nspname)::regclass) = 'of ' || quote_ident(nspname) and nspname like 't%'")"
    expect_equal 13 "$(psql_do "$db" "select count(*) from pg_namespace where nspname like 't%' and
        (xpath('/row/c/text()', query_to_xml(format('select %I.customers() as c', nspname), false, true, '')))[1]::text = '0'")"
    for name in "${names[@]}"; do
        pleat downgrade head:base --sql --tenant "$name" >down.sql
        psql -X -q -d "$db" -f down.sql >/dev/null
        pleat upgrade head --sql --tenant "$name" >up.sql
        psql -X -q -d "$db" -f up.sql >/dev/null
    done
    expect_equal 13 "$(tenants_at "$db" a200)"
    expect_exit 0 pleat upgrade head --tenants
    expect_match '^13 targets: 13 nothing to do$'
    expect_exit 0 pleat downgrade base --tenant 't"q' --tenant 't a'
    expect_match '^2 targets: 2 done$'
    expect_exit 2 pleat downgrade base --tenant nobody
    expect_match 'no tenant "nobody"'
}

case_a_name_that_ends_a_body() {
    new_db db
    psql_do "$db" 'create schema "t$$x"; create schema tb'
    tenant_project "$db"
    expect_exit 2 pleat upgrade head --tenants
    expect_match '^t\$\$x: error: revision a100: the name of schema "t\$\$x" holds \$\$, the quote of a body that names it'
    expect_match '^tb +base +a200 +done'
    expect_equal 1 "$(tenants_at "$db" a100)"
}

case_one_that_fails_stops_no_other() {
    new_db db
    make_tenants "$db" 1 6
    psql_do "$db" "create view t003.customer as select 1 as id"
    tenant_project "$db"
    expect_exit 3 pleat upgrade expand@head --tenants -j 2
    expect_match '^t003: error: revision a100, step 1: .*"customer" already exists'
    expect_match '^t003: place: .*2_customer.sql:6'
    expect_match '^t003 +base +base +failed'
    expect_match '^6 targets: 5 done, 1 failed$'
    expect_match '1 of 6 targets failed: t003'
    expect_equal 5 "$(tenants_at "$db" a200)"
    psql_do "$db" "drop view t003.customer"
    expect_exit 0 pleat upgrade expand@head --tenants -j 2
    expect_match '^6 targets: 1 done, 5 nothing to do$'
}

case_a_lock_that_is_held() {
    new_db db
    make_tenants "$db" 1 3
    tenant_project "$db"
    sed -i '/CONCURRENTLY/d' revisions/3_label.sql # which would wait for any transaction there is
    expect_exit 0 pleat upgrade a100 --tenants -q
    printf 'run: {lock_timeout: 50ms, retries: 1, backoff: 10ms..20ms}\n' >>pleat.yaml
    psql -X -q -d "$db" -c 'begin' -c 'lock table t002.customer' -c 'select pg_sleep(60)' >/dev/null &
    local holder=$!
    until [ "$(psql_do "$db" "select count(*) from pg_locks where relation = 't002.customer'::regclass")" -gt 0 ]; do sleep 0.05; done
    expect_exit 3 pleat upgrade head --tenants
    expect_match '^t002: error: revision a200, step 1: .*lock timeout'
    expect_match '^t002 +a100 +a100 +failed'
    expect_match '^t003 +a100 +a200 +done'
    psql_do "$db" "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()" >/dev/null
    wait $holder || true
    expect_exit 0 pleat upgrade head --tenants
    expect_match '^3 targets: 1 done, 2 nothing to do$'
}

case_one_dropped_meanwhile() {
    new_db db
    make_tenants "$db" 1 3
    tenant_project "$db"
    sed -i 's/^BEGIN;$/SELECT pg_sleep(CASE WHEN '"'{schema}'"' = '"'t001'"' THEN 2 ELSE 0 END);\nBEGIN;/' revisions/2_customer.sql
    pleat upgrade head --tenants >out 2>err &
    local running=$!
    until grep -q '^t001: upgrade a100' err; do sleep 0.05; done
    psql_do "$db" "drop schema t002"
    wait $running
    expect_match '^t002 +base +base +gone' out
    expect_match '^t003 +base +a200 +done' out
    expect_equal "" "$(psql_do "$db" "select nspname from pg_namespace where nspname = 't002'")"
    psql_do "$db" "drop schema t003 cascade; create schema t003; alter schema t001 rename to t004"
    expect_exit 0 pleat upgrade head --tenants
    expect_match '^t003 +base +a200 +done'
    expect_match '^t004 +a200 +a200 +nothing to do'
}

# slow_project DB: each tenant's second revision takes a while.
slow_project() {
    tenant_project "$1"
    sed -i 's/^ALTER TABLE {schema}.customer ADD COLUMN label text;$/&\nSELECT pg_sleep(0.3);/' revisions/3_label.sql
}

case_killed_in_the_middle_and_again() {
    new_db db
    make_tenants "$db" 1 12
    slow_project "$db"
    pleat upgrade head --tenants -j 3 >out 2>err &
    local running=$!
    until [ "$(grep -c 'upgrade a200' err)" -ge 5 ]; do sleep 0.05; done
    kill -9 $running
    wait $running || true
    until [ "$(psql_do "$db" "select count(*) from pg_stat_activity where application_name like 'pleat%'")" = 0 ]; do sleep 0.05; done
    local before
    before=$(tenants_at "$db" a200)
    [ "$before" -lt 12 ] || fail "all are done already"
    expect_exit 0 pleat upgrade head --tenants -j 3
    expect_equal 12 "$(tenants_at "$db" a200)"
    expect_match "^12 targets: $((12 - before)) done"
    expect_equal 12 "$(psql_do "$db" "select count(*) from pg_index i join pg_class c on c.oid = i.indexrelid
        where c.relname like 'ix t%' and i.indisvalid")"
}

case_interrupted() {
    new_db db
    make_tenants "$db" 1 12
    slow_project "$db"
    local running status=0
    # a job in the background ignores SIGINT unless it says otherwise
    python3 -c 'import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])' \
        pleat upgrade head --tenants -j 3 >out 2>err &
    running=$!
    until [ "$(grep -c 'upgrade a200' err)" -ge 4 ]; do sleep 0.05; done
    kill -INT $running
    wait $running || status=$?
    expect_equal 130 $status
    expect_match 'interrupted: [1-9][0-9]* of 12 targets were not begun' err
    expect_match '^t012 +- +- +not begun' out
    expect_match ' interrupted +[0-9.]+$' out
    expect_exit 0 pleat upgrade head --tenants -j 3
    expect_equal 12 "$(tenants_at "$db" a200)"
}

case_lines_are_whole() {
    new_db db
    make_tenants "$db" 1 8
    tenant_project "$db"
    printf 'run: {commands: true}\n' >>pleat.yaml
    cat >revisions/4_program.sql <<'END'
-- pleat: revision a300 expand after a200
-- pleat: message a program
-- pleat: tenant
\set ON_ERROR_STOP on
-- pleat: command ["sh", "-c", "for i in 1 2 3 4 5; do printf 'so ' >&2; sleep 0.01; echo \"much of $0\"; done", "{schema}"]
\quit
END
    expect_exit 0 pleat upgrade head --tenants -j 4
    expect_equal 40 "$(grep -cE '^(t00[0-9]): so much of \1$' "$ERR")"
    expect_equal 0 "$(grep -vcE '^(t00[0-9]: |[0-9]+ targets: )' "$ERR" || true)"
}

case_all_databases() {
    new_db a
    new_db b
    mkdir schema revisions
    printf 'databases:\n  dev: embedded\n  a: %s\n  lost: postgresql:///nowhere?host=/nowhere\n  unset: ${PLEAT_TEST_UNSET}\n  b: %s\n' \
        "$(url "$a")" "$(url "$b")" >pleat.yaml
    printf 'tables:\n  t:\n    columns: {a: int}\n' >schema/t.yaml
    expect_exit 0 no_scratch pleat history
    expect_exit 0 pleat revision -d a --autogenerate -m one --rev-id a100
    expect_exit 3 pleat upgrade expand@head --all-databases -j 2
    expect_match '^dev is the embedded database: left out$'
    expect_match '^lost: error: '
    expect_match '^unset: error: .*PLEAT_TEST_UNSET'
    expect_match '^a +base +a100 +done'
    expect_match '^lost +\? +\? +failed'
    expect_match '^4 targets: 2 done, 2 failed$'
    sed -i '/lost\|unset/d' pleat.yaml
    expect_exit 0 pleat check --all-databases -j 2
    expect_equal $'a: in sync\nb: in sync' "$(cat "$OUT")"
    psql_do "$b" 'alter table t add extra int'
    expect_exit 1 pleat check --all-databases
    expect_match '^b: .*extra'
    expect_exit 0 pleat current --all-databases --check-heads
    expect_equal $'a: a100 (expand) (head)\nb: a100 (expand) (head)' "$(cat "$OUT")"
    expect_exit 0 pleat downgrade base --all-databases
    expect_match '^2 targets: 2 done$'
    expect_exit 2 pleat upgrade head --all-databases -d a
    expect_match 'exclude each other'
    expect_exit 2 pleat upgrade head --all-databases --sql
    expect_exit 2 pleat upgrade head --all-databases -j 1000
    expect_exit 2 pleat upgrade head --all-database
    expect_match 'did you mean "--all-databases"'
}

case_tenants_of_all_databases() {
    new_db a
    new_db b
    make_tenants "$a" 1 2
    make_tenants "$b" 2 3
    tenant_project "$a"
    printf "databases:\n  a: %s\n  b: %s\ntenants: 't%%'\n" "$(url "$a")" "$(url "$b")" >pleat.yaml
    expect_exit 0 pleat ensure_version --tenants --all-databases
    expect_equal 0 "$(tenants_at "$a" a100)"
    expect_exit 0 pleat stamp a100 --tenant t002 --all-databases
    expect_match '^a/t002 +base +a100 +done'
    expect_match '^b/t002 +base +a100 +done'
    expect_exit 0 pleat stamp base --tenant t002 --all-databases
    expect_exit 0 pleat upgrade head --tenants --all-databases -j 2
    expect_match '^4 targets: 4 done$'
    expect_equal "2 2" "$(tenants_at "$a" a200) $(tenants_at "$b" a200)"
    expect_exit 0 pleat current --tenants --all-databases --check-heads
    expect_exit 0 pleat downgrade base --tenants --all-databases -j 2
    expect_equal "0 0" "$(tenants_at "$a" a100) $(tenants_at "$b" a100)"
}

run_cases "$@"
