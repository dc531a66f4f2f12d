#!/usr/bin/env bash
# What is reflected makes the same again, whatever is odd about it: one case a kind of oddity.
. "$(dirname "$0")/lib.sh"

# The database's declarations make an equal one, say so without a scratch server, and are as fmt would have them.
makes_the_same_again() {
    new_db again
    expect_exit 0 pleat reflect -d "$(url "$1")" --out r
    expect_no_match 'not modelled'
    expect_exit 0 no_scratch_nor_cache pleat -C r check --strict -d "$(url "$1")"
    expect_match '^in sync$'
    cp -r r formatted
    expect_exit 0 pleat -C formatted fmt
    expect_exit 0 diff -r r/schema formatted/schema
    mkdir declared
    cp -r r/pleat.yaml r/schema declared
    [ ! -d r/functions ] || cp -r r/functions declared
    expect_exit 0 pleat -C declared create -d "$(url "$again")"
    same_dump "$1" "$again"
    expect_exit 0 pleat -C declared check --strict -d "$(url "$again")"
    expect_match '^in sync$'
}

case_typed_tables() {
    cat >typed.sql <<'END'
create schema "Odd one";
create type "Odd one"."The type" as (a int, "B ""c" text, "d
e" "Odd one"."unknown"[]);
create table "Odd one"."Of it" of "Odd one"."The type" (a with options not null default 3, unique ("B ""c"));
create table bare of "Odd one"."The type";
create table parts of "Odd one"."The type" partition by list (a);
create table parts_1 partition of parts for values in (1);
comment on column bare."B ""c" is 'said of it alone';
alter table bare alter "B ""c" set storage external;
END
    sed -i 's/"Odd one"."unknown"/text/' typed.sql
    new_db db typed.sql
    makes_the_same_again "$db"
    expect_match '^ +"?a"?: (with options|WITH OPTIONS) ' r/schema/Odd_one*/*Of_it*.yaml
    psql_do "$again" 'alter table bare not of'
    expect_exit 1 pleat -C declared check -d "$(url "$again")"
    expect_match 'bare: differs: of'
}

case_a_typed_table_says_only_what_its_type_does_not() {
    mkdir schema
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
    cat >schema/all.yaml <<'END'
types:
  address:
    composite: {street: text, zip: text, country: text}
tables:
  t:
    of: address
    columns:
      zip: not null
      country: {default: "'de'", comment: where}
    primary_key: [street]
END
    new_db db
    expect_exit 0 pleat create -d "$(url "$db")"
    expect_equal "t|f|'de'::text" "$(psql_do "$db" "select a.attnotnull, c.attnotnull, pg_get_expr(d.adbin, d.adrelid)
        from pg_attribute a, pg_attribute c, pg_attrdef d where a.attrelid = 't'::regclass and a.attname = 'zip'
        and c.attrelid = a.attrelid and c.attname = 'country' and d.adrelid = a.attrelid")"
    expect_exit 0 pleat check -d "$(url "$db")"
    sed -i 's/country: text}/country: text, floor: int}/' schema/all.yaml
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m floor
    expect_exit 0 pleat -d "$(url "$db")" upgrade head --both-phases
    expect_exit 0 pleat check -d "$(url "$db")"
    expect_equal "integer" "$(psql_do "$db" "select format_type(atttypid, null) from pg_attribute
        where attrelid = 't'::regclass and attname = 'floor'")"
}

run_cases "$@"
