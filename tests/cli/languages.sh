#!/usr/bin/env bash
# Collations, conversions, casts, languages, transforms and access methods through declarations.
. "$(dirname "$0")/lib.sh"

odd() {
    cat <<'END'
create schema "Of Words";
create collation "Of Words"."Fresh "" one" (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);
create collation "Of Words".two (lc_collate = 'C', lc_ctype = 'C.UTF-8');
comment on collation "Of Words".two is 'two';
create table t (a text collate "Of Words"."Fresh "" one", b int);
create default conversion "Of Words"."In 'it" for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
create type "Odd
type" as (a int);
create type "Of Words"."x AS y" as enum ('a');
create cast ("Of Words"."x AS y" as varchar) with inout as implicit;
create cast (varchar as "Odd
type") with inout as assignment;
create function make("Of Words"."x AS y"[]) returns "Odd
type" language sql as $$ select row(1)::"Odd
type" $$;
create cast ("Of Words"."x AS y"[] as "Odd
type") with function make("Of Words"."x AS y"[]);
comment on cast ("Of Words"."x AS y" as varchar) is 'it''s odd';
create trusted language "An odd ""language" handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator;
create language abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabc handler plpgsql_call_handler;
revoke usage on language "An odd ""language" from public;
comment on language "An odd ""language" is 'odd';
create function f(internal) returns internal language internal immutable as 'bytea_sortsupport';
create transform for "Odd
type" language "An odd ""language" (from sql with function f(internal));
create transform for timestamptz language "An odd ""language" (from sql with function f(internal));
create function uses("Odd
type") returns int language "An odd ""language" transform for type "Odd
type" as 'begin return 1; end';
create access method "Odd heap" type table handler heap_tableam_handler;
create table u (a int) using "Odd heap";
create materialized view v using "Odd heap" as select a from u;
create access method tree type index handler bthandler;
END
}

case_odd_names_are_written_and_made_again() {
    odd >odd.sql
    new_db first odd.sql
    expect_exit 0 pleat reflect -d "$(url "$first")" --out r
    expect_no_match 'not modelled'
    new_db second
    expect_exit 0 pleat create -d "$(url "$second")" r
    same_dump "$first" "$second"
    expect_exit 0 no_scratch_nor_cache pleat check --strict -d "$(url "$second")" r
    expect_match '^in sync$'
    cp -r r before
    expect_exit 0 pleat -C r fmt
    rm -rf r/revisions before/revisions
    diff -r before r
}

project() {
    mkdir -p schema
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
    cat >schema/all.yaml
}

# They are what PostgreSQL gives to what is new, and not what the extension's script leaves.
case_privileges_on_what_an_extension_brings() {
    cat >made.sql <<'END'
CREATE EXTENSION pg_stat_statements;
GRANT EXECUTE ON FUNCTION pg_stat_statements_reset(oid, oid, bigint) TO PUBLIC;
REVOKE SELECT ON pg_stat_statements FROM PUBLIC;
END
    new_db first made.sql
    new_db second
    expect_exit 0 pleat reflect -d "$(url "$first")" --no-revision --out r
    expect_exit 0 pleat create -d "$(url "$second")" r
    same_dump "$first" "$second"
}

case_any_spelling_is_in_step() {
    project <<'END'
types:
  color: { enum: [red, green] }
collations:
  german: { provider: ICU, locale: de, deterministic: true }
  plain: (LOCALE = 'C')
conversions:
  latin: { source: latin1, destination: Unicode, function: pg_catalog.iso8859_1_to_utf8, default: false }
casts:
  color AS varchar: with inout AS Implicit
languages:
  mine: { handler: pg_catalog.plpgsql_call_handler, trusted: true }
access_methods:
  tree: type index handler pg_catalog.bthandler
END
    new_db db
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m first
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    expect_exit 0 pleat -d "$(url "$db")" check --strict
    expect_match '^in sync$'
}

case_renamed_from() {
    project <<'END'
collations: { a: "(provider = icu, locale = 'de')" }
conversions: { b: "for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8" }
languages: { lang: handler plpgsql_call_handler }
END
    new_db db
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m first
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    project <<'END'
collations: { a2: { renamed_from: a, provider: icu, locale: de } }
conversions: { b2: { renamed_from: b, source: LATIN1, destination: UTF8, function: iso8859_1_to_utf8 } }
languages: { lang2: { renamed_from: lang, handler: plpgsql_call_handler } }
END
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m second
    expect_match 'ALTER COLLATION public.a RENAME TO a2' "$(ls revisions/*second*)"
    expect_match 'ALTER CONVERSION public.b RENAME TO b2' "$(ls revisions/*second*)"
    expect_match 'ALTER LANGUAGE lang RENAME TO lang2' "$(ls revisions/*second*)"
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    expect_exit 0 pleat -d "$(url "$db")" check --strict
}

case_rules_are_for_newer_servers() {
    project <<'END'
collations:
  ruled:
    provider: icu
    locale: und
    rules: "&a < g"
END
    new_db db
    expect_exit 2 pleat -d "$(url "$db")" check
    expect_match '^schema/all.yaml:2:3: error: "rules" needs PostgreSQL 16: the server is 15'
}

case_privileges_of_plpgsql() {
    new_db db
    psql_do "$db" "create role languages_reader; grant usage on language plpgsql to languages_reader"
    expect_exit 0 pleat reflect -d "$(url "$db")" --out r
    cat r/schema/*.yaml >all
    expect_match '^member_privileges:' all
    expect_match '^  language plpgsql: *(# .*)?$' all
    expect_match 'languages_reader: \[usage\]' all
    expect_exit 0 pleat check --strict -d "$(url "$db")" r
    psql_do "$db" "revoke usage on language plpgsql from languages_reader"
    expect_exit 1 pleat check -d "$(url "$db")" r
    expect_match "privileges of an extension's object .language plpgsql.: declared, not in the database"
    psql_do "$db" "drop role languages_reader"
    mkdir -p s/schema
    echo 'member_privileges: {language sql: {privileges: {pg_monitor: [usage]}}}' >s/schema/a.yaml
    expect_exit 2 pleat check -d "$(url "$db")" s
    expect_match "^s/schema/a.yaml:1:21: error: privileges of an extension's object .language sql.: it is no object of an extension"
    echo 'member_privileges: {tongue sql: {privileges: {pg_monitor: [usage]}}}' >s/schema/a.yaml
    expect_exit 2 pleat check -d "$(url "$db")" s
    expect_match '^s/schema/a.yaml:1:21: error: "tongue sql" does not say whose'
    expect_match 'such as "language plpgsql"'
}

run_cases "$@"
