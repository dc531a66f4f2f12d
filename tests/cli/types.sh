#!/usr/bin/env bash
# types/**/*.sql: types and domains as their author's CREATE statements, which are what YAML would declare.
. "$(dirname "$0")/lib.sh"

project() {
    mkdir -p schema types/shop
    cat >types/crash.sql <<'SQL'
-- how bad it is
CREATE TYPE severity AS ENUM (
    'low', -- nobody notices
    'high'
);
COMMENT ON TYPE severity IS 'How bad';

create type "Frame No" as (module text, "line no" numeric(10, 2));
COMMENT ON COLUMN "Frame No"."line no" IS 'from 1';
SQL
    cat >types/shop/email.sql <<'SQL'
CREATE DOMAIN email text
    CONSTRAINT has_at CHECK (value ~ '@')
    DEFAULT 'nobody@example.org' NOT NULL /* ever */
    CHECK (length(value) < 100);
COMMENT ON CONSTRAINT has_at ON DOMAIN email IS 'the least';
create type span as range (subtype = float8);
REVOKE ALL ON TYPE email FROM PUBLIC;
SQL
    cat >schema/crash.yaml <<'YAML'
schemas: {shop: {}}
types:
  severity: {privileges: {public: []}}
tables:
  crash:
    columns: {id: bigint, how: severity, top: '"Frame No"', mail: shop.email, during: shop.span}
YAML
    new_db db
    cat >pleat.yaml <<YAML
databases: {main: "$(url "$db")"}
schemas: [public, shop]
naming: {ck: "ck_{table}_{n}"}
YAML
    git_project
}

deploy() {
    expect_exit 0 pleat revision --autogenerate -m "$1"
    commit "$1"
    expect_exit 0 pleat upgrade heads --both-phases
    expect_exit 0 pleat check
}

case_the_loop() {
    project
    deploy first
    expect_equal "low,high" "$(psql_do "$db" "select string_agg(enumlabel, ',' order by enumsortorder) from pg_enum")"
    expect_equal "ck_email_2,has_at" \
        "$(psql_do "$db" "select string_agg(conname, ',' order by conname) from pg_constraint where contypid = 'shop.email'::regtype and contype = 'c'")"
    expect_equal "How bad|the least" "$(psql_do "$db" "select obj_description('severity'::regtype, 'pg_type'), obj_description(oid, 'pg_constraint')
        from pg_constraint where conname = 'has_at'")"
    expect_equal "f|f" "$(psql_do "$db" "select has_type_privilege('public', 'severity', 'usage'), has_type_privilege('public', 'shop.email', 'usage')")"
    sed -i "s/'low',/'low', 'mid',/" types/crash.sql
    expect_exit 1 pleat check
    expect_match "types/crash.sql:2"
    deploy second
    expect_equal "low,mid,high" "$(psql_do "$db" "select string_agg(enumlabel, ',' order by enumsortorder) from pg_enum")"
    expect_match "ADD VALUE IF NOT EXISTS 'mid' AFTER 'low'" "$(grep -l "mid" revisions/*)"
    sed -i 's/ CHECK (length(value) < 100)/ CHECK (length(value) < 200)/' types/shop/email.sql
    sed -i 's/(module text,/(module text, offs bigint,/' types/crash.sql
    expect_exit 0 pleat diff git:HEAD schema
    expect_match '^~ domain shop.email  \(types/shop/email.sql:1\)$'
    expect_match '^~ composite type public."Frame No"  \(types/crash.sql:8\)$'
}

# Nothing is to be done where YAML says it instead.
case_from_yaml_and_back() {
    project
    deploy first
    cat >schema/crash.yaml <<'YAML'
schemas: {shop: {}}
types:
  severity: {enum: [low, high], comment: How bad, privileges: {public: []}}
  Frame No: {composite: {module: text, line no: "numeric(10, 2)"}, attributes: {line no: {comment: from 1}}}
  shop.span: {range: subtype = float8}
domains:
  shop.email:
    definition: text default 'nobody@example.org' not null
    checks: [{name: has_at, definition: "value ~ '@'", comment: the least}, length(value) < 100]
    privileges: {public: []}
tables:
  crash:
    columns: {id: bigint, how: severity, top: '"Frame No"', mail: shop.email, during: shop.span}
YAML
    expect_exit 2 pleat check
    expect_match '^schema/crash.yaml:3:3: error: enum type public.severity is already declared at types/crash.sql:2:1$'
    expect_match '^schema/crash.yaml:7:3: error: domain shop.email is already declared at types/shop/email.sql:1:1$'
    git rm -rq types
    expect_exit 0 pleat check
    commit "to YAML"
    mkdir all
    expect_exit 0 pleat reflect --no-revision --out all
    expect_equal "" "$(find all -name '*.sql')"
    expect_exit 0 pleat diff git:HEAD~1 git:HEAD
    expect_equal "" "$(grep -v '^no difference' "$OUT" || true)"
}

case_log_and_blame() {
    project
    deploy first
    sed -i "s/'low',/'low', 'mid',/" types/crash.sql
    commit second
    sed -i 's/numeric(10, 2)/numeric(12, 2)/' types/crash.sql
    commit third
    mkdir types/deep
    git mv types/crash.sql types/deep/kinds.sql
    commit moved
    sed -i "s/'high'$/'high', 'fatal'/" types/deep/kinds.sql
    commit fourth
    expect_exit 0 pleat log --offline -p severity
    expect_match '^enum type public.severity  types/deep/kinds.sql$'
    expect_equal "fourth second as it is" "$(sed -nE 's/^[0-9a-f]{7}  [-0-9]+  Test  //p' "$OUT" | sed -E 's/  .*//' | xargs)"
    expect_match "^\+    'low', 'mid', -- nobody notices$"
    expect_match "^\+    'high', 'fatal'$"
    expect_no_match 'module'
    expect_exit 0 pleat blame types/deep/kinds.sql
    expect_match '^[0-9a-f]{7}  .*  2: enum type public.severity$'
    expect_match '8: composite type public."Frame No"$'
    expect_exit 0 pleat blame types/shop/email.sql
    expect_match ' 1: domain shop.email$'
    expect_match ' 2: check shop.email.has_at$'
    expect_exit 0 pleat log --offline -p shop.email.has_at
    expect_match "^\+    CONSTRAINT has_at CHECK \(value ~ '@'\)$"
    sed -i "s/'low', /'none', 'low', /" types/deep/kinds.sql
    expect_exit 0 pleat log --offline severity
    expect_match '^work tree, not committed$'
}

case_renamed() {
    project
    deploy first
    sed -i 's/^CREATE TYPE severity/-- pleat: renamed_from severity\nCREATE TYPE how_bad/; s/ON TYPE severity/ON TYPE how_bad/' types/crash.sql
    sed -i 's/severity/how_bad/' schema/crash.yaml
    expect_exit 0 pleat revision --autogenerate -m renamed
    expect_match 'ALTER TYPE public.severity RENAME TO how_bad;' "$(ls revisions/*expand_renamed.sql)"
}

# What psql can run is what pleat makes of it.
case_as_psql_has_it() {
    project
    deploy first
    new_db other
    psql_do "$other" "create schema shop"
    PGOPTIONS='-c search_path=public' psql -X -q -v ON_ERROR_STOP=1 -d "$other" -f types/crash.sql
    PGOPTIONS='-c search_path=shop' psql -X -q -v ON_ERROR_STOP=1 -d "$other" -f types/shop/email.sql
    psql_do "$other" "alter domain shop.email rename constraint email_check to ck_email_2; revoke all on type severity from public;
        create table crash (id bigint, how severity, top \"Frame No\", mail shop.email, during shop.span)"
    psql_do "$db" "drop schema pleat cascade"
    same_dump "$db" "$other"
}

run_cases
