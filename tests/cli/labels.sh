#!/usr/bin/env bash
# Security labels: their provider is on the target's server and on no scratch server.
. "$(dirname "$0")/lib.sh"

declare_labels() {
    mkdir -p schema functions
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
    cat >schema/person.yaml <<'END'
tables:
  person:
    security_labels: {pleat_test: MASKED}
    columns:
      id: bigint not null
      email:
        definition: text
        security_labels:
          pleat_test: MASKED WITH VALUE NULL
          Other one: "it's another's"
views:
  seen:
    definition: select id, email from person
    security_labels: {pleat_test: seen}
    columns:
      email:
        security_labels: {pleat_test: seen in part}
END
    cat >functions/f.sql <<'END'
create function f() returns int language sql as 'select 1';
security label for pleat_test on function f() is 'trusted';
END
}

labels() {
    psql_do "$db" "select provider, objtype, objname, label from pg_seclabels order by 3, 1"
}

case_labels_go_all_the_way() {
    need_labels
    declare_labels
    new_db db
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m one
    grep -h "SECURITY LABEL" revisions/*.sql >statements
    expect_match "^SECURITY LABEL FOR pleat_test ON COLUMN public.person.email IS 'MASKED WITH VALUE NULL';$" statements
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    expect_equal "pleat_test|function|f()|trusted
pleat_test|table|person|MASKED
Other one|column|person.email|it's another's
pleat_test|column|person.email|MASKED WITH VALUE NULL
pleat_test|view|seen|seen
pleat_test|column|seen.email|seen in part" "$(labels)"
    expect_exit 0 pleat -d "$(url "$db")" check --strict
    expect_match '^in sync$'
    dump "$db" >one.sql

    sed -i 's/VALUE NULL/VALUE 0/; /Other one/d; /MASKED}/d' schema/person.yaml
    expect_exit 1 pleat -d "$(url "$db")" diff --exit-code
    expect_match "security_labels of pleat_test: MASKED -> "
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m two
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    expect_exit 0 pleat -d "$(url "$db")" check --strict
    expect_equal "pleat_test|column|person.email|MASKED WITH VALUE 0" "$(labels | grep person)"
    psql_do "$db" "security label for pleat_test on table person is 'by hand'"
    expect_exit 1 pleat -d "$(url "$db")" check
    expect_match 'person.*security_labels'
    psql_do "$db" "security label for pleat_test on table person is null"
    expect_exit 0 pleat -d "$(url "$db")" downgrade -1
    same_dump "$db" one.sql
    expect_exit 0 pleat -d "$(url "$db")" downgrade base
    expect_equal "" "$(labels)"
}

case_what_reflect_writes_is_what_is_there() {
    need_labels
    declare_labels
    new_db db
    new_db other
    expect_exit 0 pleat -d "$(url "$db")" create
    expect_exit 0 pleat reflect -d "$(url "$db")" --out r
    expect_no_match 'not modelled'
    expect_match 'Other one: ' r/schema/person.yaml
    expect_exit 0 no_scratch_nor_cache pleat check --strict -d "$(url "$db")" r
    expect_exit 0 pleat -C r -d "$(url "$other")" upgrade heads
    same_dump "$db" "$other"
    expect_exit 0 pleat -C r fmt --check
}

# psql and a dump in a file: the provider is asked there, and not where pleat loads the file.
case_a_script_and_a_dump_hold_them() {
    need_labels
    declare_labels
    new_db db
    new_db other
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m one
    psql -X -q -v ON_ERROR_STOP=1 -d "$other" -f revisions/*expand*.sql >/dev/null
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    same_dump "$db" "$other"
    dump "$db" >dump.sql
    expect_exit 0 pleat diff "$(url "$db")" file:dump.sql --exit-code
}

case_what_the_provider_refuses_is_its_own_error() {
    need_labels
    new_db db
    mkdir schema
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
    printf 'tables:\n  t:\n    security_labels: {pleat_test: bad}\n    columns:\n      a: int\n' >schema/t.yaml
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m bad --rev-id aaaaaaaaaaaa
    expect_exit 3 pleat -d "$(url "$db")" upgrade heads
    expect_match 'not a label: "bad"'
    sed -i 's/pleat_test: bad/unknown: good/' schema/t.yaml
    rm -r revisions
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m unknown
    expect_exit 3 pleat -d "$(url "$db")" upgrade heads
    expect_match 'security label provider "unknown" is not loaded'
}

case_labels_that_are_not_managed_are_left_alone() {
    need_labels
    declare_labels
    sed -i '/^views:/,$d' schema/person.yaml
    new_db db
    expect_exit 0 pleat -d "$(url "$db")" create
    printf 'manage:\n  security_labels: false\n' >>pleat.yaml
    sed -i 's/VALUE NULL/VALUE 0/' schema/person.yaml
    expect_exit 0 pleat -d "$(url "$db")" check
    expect_match '^in sync$'
}

case_mistakes_are_told_at_their_places() {
    mkdir -p schema functions
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
    cat >schema/t.yaml <<'END'
tables:
  t:
    security_labels: masked
    columns:
      a: {definition: int, security_labels: {anon: [1]}}
    indexes:
      i: {definition: (a), security_labels: {anon: x}}
END
    cat >functions/f.sql <<'END'
create function f() returns int language sql as 'select 1';
security label on function f() is 'x';
security label for anon on function f() is 'x';
security label for anon on function f() is 'y';
END
    expect_exit 2 pleat check
    expect_match 'schema/t.yaml:3:22: .*security_labels is a mapping of providers to labels'
    expect_match 'schema/t.yaml:5:'
    expect_match 'schema/t.yaml:7:.*an index has no security labels'
    expect_match 'functions/f.sql:2:.*SECURITY LABEL without FOR'
    expect_match 'functions/f.sql:4:.*the label of function public.f\(\) for "anon" is said twice'
}

run_cases "$@"
