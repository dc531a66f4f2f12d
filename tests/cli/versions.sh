#!/usr/bin/env bash
# A declaration that the server cannot hold is an error at its place that names the version.
. "$(dirname "$0")/lib.sh"

# server MAJOR: from here on everything runs on a server of that version.
server() {
    local bin
    bin=$("$SOURCE_ROOT/tools/servers" "$1" 2>&1) || skip "$bin"
    "$CLI_TESTS/run-dir" start-server "$PLEAT_TEST_RUN" "$1"
    export PGHOST=$PLEAT_TEST_RUN/pg$1 "PLEAT_PG_BIN_$1=$bin"
    mkdir -p schema functions
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
}

case_an_attribute_of_a_newer_server() {
    server 13
    cat >schema/t.yaml <<'END'
tables:
  t:
    columns:
      a: int
      b: {type: text, compression: pglz}
    checks:
      pos: {definition: a > 0, not_enforced: true}
END
    expect_exit 2 pleat check -d "$(url postgres)"
    expect_match '^schema/t.yaml:5:7: error: "compression" needs PostgreSQL 14: the server is 13$'
    expect_match '^schema/t.yaml:7:7: error: "not_enforced" needs PostgreSQL 18: the server is 13$'
}

case_words_of_a_newer_server() {
    server 13
    cat >schema/t.yaml <<'END'
tables:
  t:
    columns:
      a: int
    unique:
      u: nulls not distinct (a)
END
    printf 'create function f() returns int language sql\nbegin atomic\n  select 1;\nend;\n' >functions/f.sql
    expect_exit 2 pleat check -d "$(url postgres)"
    expect_match '^schema/t.yaml:6:7: error: unique constraint public.t.u: syntax error at or near "nulls"$'
    expect_match '^functions/f.sql:1:1: error: function public.f\(\): syntax error'
    expect_match '^    hint: the server is PostgreSQL 13$'
}

run_cases "$@"
