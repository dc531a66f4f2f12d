#!/usr/bin/env bash
# The application's own statements are tried in the states that a change goes through.
. "$(dirname "$0")/lib.sh"

# A project whose database has what is declared: customers, their orders, and a table that changes never touch.
shop_project() {
    new_db shop
    psql_do "$shop" "create table customer (id int primary key, first_name text, last_name text, born date);
        create table sale (id int primary key, customer int references customer, total int not null);
        create table region (code text primary key);
        create view adults as select id, last_name from customer where born < '2000-01-01'"
    expect_exit 0 pleat reflect -d "$(url "$shop")" --out .
    printf 'databases: {shop: "%s"}\ndefault: shop\n' "$(url "$shop")" >pleat.yaml
    expect_exit 0 pleat stamp head
    git_project
    mkdir compat
}


case_what_breaks_is_named() {
    shop_project
    cat >compat/sales.sql <<'END'
-- name: sales of a customer
SELECT s.total, c.born
  FROM sale s JOIN customer c ON c.id = s.customer
 WHERE c.id = $1;

SELECT code FROM region;
SELECT id, last_name FROM adults WHERE id = $1;
END

    find . -name '*adults*' -delete
    sed -i '/born/d' schema/public/*.yaml schema/*.yaml 2>/dev/null || true
    expect_exit 2 pleat revision --autogenerate -m "no birthdays" --rev-id a1
    expect_match '^compat/sales.sql:2:17: error: "sales of a customer" does not work after contract, step [0-9]+ \(public.customer: drop column born\): column c.born does not exist$'
    expect_match '^compat/sales.sql:7:27: error: the statement does not work after contract, step [0-9]+ \(public.adults: drop view\): relation "adults" does not exist$'
    expect_no_match 'region'
    expect_match 'nothing was written; --allow-incompatible'
    expect_equal 1 "$(ls revisions/*.sql | wc -l)"

    # What only the old application runs must work until the contract phase, and does.
    sed -i 's/^-- name: sales.*/&\n-- pleat: old/; s/^SELECT id, last_name/-- pleat: allow contract nobody needs it any more\n&/' compat/sales.sql
    expect_exit 0 pleat revision --autogenerate -m "no birthdays" --rev-id a1 -v
    expect_match '^2 statements of compat/ tried'
}

case_the_old_application_goes_on_after_expand() {
    shop_project
    cat >compat/app.sql <<'END'
SELECT * FROM customer;
INSERT INTO sale (id, total) VALUES ($1, $2);
END
    sed -i 's/^\( *\)born: date/&\n\1email: text/' $(grep -rl 'born: date' schema)
    expect_exit 0 pleat revision --autogenerate -m "email" --rev-id a1
    expect_match '^compat/app.sql:1:1: warning: the statement, prepared before, fails after expand until it is prepared again: its result has 5 columns, not 4$'
    expect_no_match 'app.sql:2'
}

case_a_function_that_takes_the_place_of_another() {
    shop_project
    psql_do "$shop" "create function label(c int) returns text language sql as 'select ''x'''"
    pleat reflect -d "$(url "$shop")" --out again >/dev/null 2>&1 || true
    mkdir -p functions
    echo "CREATE FUNCTION label(c text) RETURNS text LANGUAGE sql AS 'select c';" >functions/label.sql
    echo "SELECT label(1);" >compat/app.sql
    expect_exit 2 pleat revision --autogenerate -m "label of a text"
    expect_match '^compat/app.sql:1:8: error: the statement does not work after contract, step 1 \(public.label\(integer\): drop function\): function label\(integer\) does not exist'
    expect_exit 0 pleat revision --autogenerate -m "label of a text" --allow-incompatible "label(1) is tried in tests alone"
    expect_match '^compat/app.sql:1:8: warning:'
    expect_match '^-- 1 statement of compat/ will not work, which is known: label\(1\) is tried in tests alone$' "$(ls revisions/*contract*.sql)"
}

case_statements_of_head_are_the_old_applications() {
    shop_project
    echo 'SELECT born FROM customer;' >compat/app.sql
    commit "a statement"
    find . -name '*adults*' -delete
    sed -i '/born/d' $(grep -rl 'born: date' schema)
    echo 'SELECT last_name FROM customer;' >compat/app.sql
    expect_exit 0 pleat revision --autogenerate -m "no birthdays" -v
    expect_match '^2 statements of compat/ tried'
}

case_new_statements_work_in_the_end() {
    shop_project
    printf 'SELECT email FROM customer;\nSELECT emial FROM customer;\nSELECT $1 FROM customer;\n' >compat/app.sql
    sed -i 's/^\( *\)born: date/&\n\1email: text/' $(grep -rl 'born: date' schema)
    expect_exit 2 pleat revision --autogenerate -m "email"
    expect_match '^compat/app.sql:2:8: error: the statement does not work after contract: column "emial" does not exist$'
    expect_match 'it did not work before either'
    expect_no_match 'app.sql:[13]'
}

case_mistakes_in_the_files() {
    shop_project
    printf -- '-- pleat: odl\nSELECT 1;\n-- pleat: allow expand\nSELECT 2;\nDROP TABLE sale;\n-- pleat: allow later x\nSELECT 3;\n' >compat/app.sql
    sed -i 's/^\( *\)born: date/&\n\1email: text/' $(grep -rl 'born: date' schema)
    expect_exit 2 pleat revision --autogenerate -m "email"
    expect_match '^compat/app.sql:1:1: error: unknown directive "odl"$'
    expect_match '^compat/app.sql:3:1: error: an exception has a reason: allow expand REASON$'
    expect_match '^compat/app.sql:5:1: error: neither a query nor a change of rows'
    expect_match '^compat/app.sql:6:1: error: "allow later x" where'
}

case_statements_of_a_real_database() {
    shop_project
    psql_do "$shop" "create extension pg_stat_statements" 2>"$ERR" || skip "the server has no pg_stat_statements"
    psql_do "$shop" "select pg_stat_statements_reset()" >/dev/null
    psql_do "$shop" "select total from sale where id = 4711 and total > 12 /* secret */"
    psql_do "$shop" "select born from customer where last_name = 'Doe'"
    psql_do "$shop" "create role nobody_here password 'hidden'; drop role nobody_here; select 'elsewhere'" >/dev/null
    expect_exit 0 pleat stats export --statements
    expect_equal "compat/observed.sql" "$(cat "$OUT")"
    expect_equal "$(printf '%s\n' '-- pleat: all old' '-- What applications have run, without their constants: pleat stats export --statements writes it.' \
        '' 'select born from customer where last_name = $1;' '' 'select total from sale where id = $1 and total > $2;')" "$(cat compat/observed.sql)"
    expect_exit 0 pleat stats export --statements - --format json
    expect_as_schema stats
    expect_match '^    "select total from sale where id = \$1 and total > \$2"$'
    find . -name '*adults*' -delete
    psql_do "$shop" "drop extension pg_stat_statements"
    sed -i '/born/d' $(grep -rl 'born: date' schema)
    expect_exit 0 pleat revision --autogenerate -m "no birthdays" -v
    expect_match '^1 statement of compat/ tried'
}

case_files_that_are_no_text() {
    shop_project
    : >compat/empty.sql
    sed -i 's/total: integer NOT NULL/&\n      note: text/' $(grep -rl 'total: integer' schema)
    printf 'SELECT total FROM sale;\n\0SELECT born FROM customer;\n' >compat/cut.sql
    expect_exit 2 pleat revision --autogenerate -m note
    expect_match '^compat/cut.sql: error: the file is not UTF-8, or holds a NUL'
    rm compat/cut.sql
    expect_exit 0 pleat revision --autogenerate -m note
    expect_match '_note.sql$'
}

run_cases "$@"
