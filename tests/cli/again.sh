#!/usr/bin/env bash
# What is reflected makes the same again, whatever is odd about it: one case a kind of oddity.
. "$(dirname "$0")/lib.sh"

# The database's declarations make an equal one, say so without a scratch server, and are as fmt would have them.
makes_the_same_again() {
    local folder
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
    for folder in functions views; do
        [ ! -d r/$folder ] || cp -r r/$folder declared
    done
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

make_tablespaces() {
    local tablespace
    for tablespace in "$@"; do
        [ -n "$(psql_do postgres "select 1 from pg_tablespace where spcname = '$tablespace'")" ] ||
            printf "set allow_in_place_tablespaces = on;\ncreate tablespace \"%s\" location '';\n" "$tablespace" |
            psql -X -q -v ON_ERROR_STOP=1 -d postgres
    done
}

case_tablespaces() {
    cat >spaces.sql <<'END'
create table t (a int primary key using index tablespace fast, b text, unique (b) using index tablespace "Slow one",
                exclude (b with =) using index tablespace fast where (a > 0)) tablespace "Slow one";
create index on t (b, a) tablespace fast where b > 'where';
create index on t (a) tablespace "Slow one";
create table p (a int, b text) partition by list (a) tablespace fast;
create table p1 partition of p for values in (1);
create table p2 partition of p for values in (2) tablespace pg_default;
create index on p (b) tablespace "Slow one";
create materialized view m tablespace fast as select 1 as a;
create unique index on m (a) tablespace "Slow one";
END
    new_db db
    make_tablespaces fast "Slow one"
    new_db db spaces.sql
    makes_the_same_again "$db"
}

case_a_tablespace_that_only_the_target_has() {
    mkdir schema
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
    printf 'tables:\n  t:\n    columns: {a: int not null, b: text}\n    primary_key: [a]\n' >schema/t.yaml
    new_db db
    make_tablespaces fast "Slow one"
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m one
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    printf '    tablespace: fast\n    indexes:\n      t_b: (b) tablespace "Slow one" where b > $$ where $$\n' >>schema/t.yaml
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m two
    expect_match 'set tablespace +ACCESS EXCLUSIVE, rewrites the table' revisions/*contract*two.sql
    expect_exit 0 pleat -d "$(url "$db")" upgrade head --both-phases
    expect_exit 0 pleat -d "$(url "$db")" check --strict
    expect_match '^in sync$'
    printf '    comment: said later\n' >>schema/t.yaml
    expect_exit 0 pleat -d "$(url "$db")" revision --from revisions --autogenerate -m three
    expect_exit 0 pleat -d "$(url "$db")" upgrade head --both-phases
    sed -i 's/fast/elsewhere/' schema/t.yaml
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m four
    expect_exit 3 pleat -d "$(url "$db")" upgrade head --both-phases
    expect_match 'tablespace "elsewhere" does not exist'
}

case_subscriptions() {
    cat >subscriptions.sql <<'END'
create subscription feed connection 'host=db.example.org port=5433 dbname=''a b\\c\''d''' publication a, "B ""c"
    with (connect = false, slot_name = 'slot_1', synchronous_commit = local, binary = true, streaming = on,
          two_phase = true, disable_on_error = true);
create subscription "Odd ""one
" connection '' publication a with (connect = false);
create subscription no_slot connection 'service=shop' publication a with (connect = false, slot_name = none);
comment on subscription feed is 'of the shop';
END
    new_db db subscriptions.sql
    makes_the_same_again "$db"
    expect_match '^ +host: ' r/schema/subscriptions.yaml
}

run_cases "$@"
