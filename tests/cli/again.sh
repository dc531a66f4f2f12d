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

case_routines() {
    local role
    new_db db
    for role in harvester '"The reader"'; do
        psql_do postgres "do \$\$ begin create role $role; exception when duplicate_object then null; end \$\$"
    done
    cat >routines.sql <<'END'
create schema "Odd, one";
create function volatility(a int) returns int language sql immutable as 'select 1';
create function strictness(a int) returns int language sql strict as 'select 1';
create function secured() returns int language sql security definer set search_path = pg_catalog, "Odd, one", pg_temp as 'select 1';
create function leaks(a int) returns bool language plpgsql as 'begin return true; end';
create function par(a int) returns int language sql parallel safe as 'select 1';
create function costly(a int) returns int language plpgsql cost 1000 as 'begin return 1; end';
create function rows_() returns setof int language plpgsql rows 5 as 'begin return next 1; end';
create function sup(a int, b int) returns int language internal immutable strict as 'int4pl';
create function configured() returns int language plpgsql set work_mem = '5MB' set "DateStyle" = 'ISO, DMY' set my.value = 'it''s' as 'begin return 1; end';
create function path() returns int language sql set search_path = '' as 'select 1';
create function no_more() returns int language sql set search_path = public set enable_seqscan = off as 'select 1';
create function win() returns bigint language internal window immutable as 'window_row_number';
create function internal_(a int, b int) returns int language internal immutable strict as 'int4pl';
create type pair as (a int, b text);
create table t (a int, b text);
create function poly(a anyelement, b anyarray) returns anyelement language sql as 'select a';
create function variadic_(a text, variadic b int[] default '{1}') returns int language sql as 'select 1';
create function any_(variadic "any") returns int language internal stable as 'pg_num_nulls';
create function outs(a int, out b int, inout c text, out "D d" pair) language sql as 'select 1, c, null::pair';
create function tab(a int) returns table (x int, "Y y" text) language sql as 'select 1, null';
create function set_of_table() returns setof t language sql as 'select * from t';
create function rec(a int) returns setof record language sql as 'select 1, 2';
create function over_(a int) returns int language sql as 'select 1';
create function over_(a text) returns int language sql as 'select 1';
create function over_() returns int language sql as 'select 1';
create function unnamed(int, text) returns int language sql as 'select 1';
create function value_changes(a int default 1, "default" text default 'a, default b') returns int language sql as 'select 1';
create function value_goes(a int, b int default 2) returns int language sql as 'select 1';
create function trimmed(timestamp(3) with time zone, numeric(10, 2)[]) returns varchar(5) language sql as $$select ''$$;
comment on function over_(text) is 'of text';
revoke execute on function over_(int) from public;
grant execute on function over_(int) to "The reader" with grant option;
create function sf(int, int) returns int language sql immutable as 'select $1 + $2';
create function sf_strict(int, int) returns int language sql immutable strict as 'select $1 + $2';
create function inv(int, int) returns int language sql immutable as 'select $1 - $2';
create function ff(int) returns text language sql immutable as 'select $1::text';
create function ffx(int, int) returns text language sql immutable as 'select $1::text';
create function comb(int, int) returns int language sql immutable as 'select $1 + $2';
create function os(internal, float8) returns float8 language internal immutable as 'percentile_disc_final';
create function isf(internal, int) returns internal language internal as 'int4_avg_accum';

create aggregate plain(int) (sfunc = sf, stype = int);
create aggregate moving(int) (sfunc = sf, stype = int, msfunc = sf, minvfunc = inv, mstype = int, minitcond = '0', initcond = '1');
create aggregate final_(int) (sfunc = sf, stype = int, finalfunc = ff, finalfunc_modify = shareable);
create aggregate extra(int) (sfunc = sf, stype = int, finalfunc = ffx, finalfunc_extra, sspace = 100);
create aggregate comb_(int) (sfunc = sf, stype = int, combinefunc = comb, parallel = safe);
create aggregate ordered(float8 order by anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
create aggregate hypo(variadic "any" order by variadic "any") (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final, finalfunc_extra, hypothetical);
create aggregate many(variadic int[]) (sfunc = array_cat, stype = int[]);
create aggregate sorted(int) (sfunc = int4larger, stype = int, sortop = >);
create aggregate serial_(numeric) (sfunc = numeric_avg_accum, stype = internal, finalfunc = numeric_avg, combinefunc = numeric_avg_combine, serialfunc = numeric_avg_serialize, deserialfunc = numeric_avg_deserialize, parallel = safe, finalfunc_modify = read_only);
create aggregate star(*) (sfunc = int8inc, stype = int8, initcond = '0');
create function "Odd sf"(text, int, text) returns text language sql as 'select $1';
create aggregate "Odd ""name"(a int, "B b" text) (sfunc = "Odd sf", stype = text);
comment on aggregate star(*) is 'star';
comment on aggregate ordered(float8 order by anyelement) is 'ordered';
alter aggregate hypo(variadic "any" order by variadic "any") owner to harvester;
revoke execute on function many(variadic int[]) from public;
create procedure body(a int) language plpgsql as 'begin perform 1; end';
create procedure inout_(a int, inout b int, c text default 'x') language plpgsql as 'begin b := 1; end';
create procedure secured_p() language sql security definer set search_path = pg_catalog as 'select 1';
create procedure gone(a int, variadic b text[]) language sql as 'select 1';
create procedure poly(int) language sql as 'select 1';
create procedure poly(text) language sql as 'select 1';
create procedure renamed_argument(a int) language sql as 'select 1';
comment on procedure gone(int, text[]) is 'goes';
revoke execute on procedure gone(int, text[]) from public;
grant execute on procedure poly(text) to "The reader";
create function "Odd ""one"("A a" int, "default" text default 'a, default $$b$$', out "C ""c" int) language plpgsql as $x$ begin "C ""c" := 1; /* $$ */ end $x$;
comment on function "Odd ""one"(int, text) is 'odd';
alter function "Odd ""one"(int, text) owner to harvester;
create function atomic(a int) returns int language sql begin atomic select a; select case when a > 0 then a end; end;
create function cur() returns int language sql set search_path from current as 'select 1';
create procedure out_(out a int, inout b text) language plpgsql as 'begin a := 1; end';
END
    new_db db routines.sql
    makes_the_same_again "$db"
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
