# Whole-program tests, as a user would type them. A file of tests sources this, defines functions named case_..., and
# ends with run_cases; it prints TAP. Each case runs in a subshell of its own (set -e), in an empty directory.
#
#   new_db NAME [FILE...]       an empty database for this case, FILEs loaded; its real name is in $NAME afterwards
#   new_real_db NAME            a real schema of $PLEAT_REAL_SCHEMAS, in a database that is called $db afterwards
#   need_browser                skips the case where there is no chromium
#   url DB                      the database's URI
#   psql_do DB SQL              rows unaligned, without a header; stops at the first error
#   dump DB                     pg_dump -s without pleat's own schema and without random lines
#   same_dump A B               both (databases, or files that hold dumps) are the same schema; prints a diff if not
#   expect_exit N COMMAND...    runs it; its output is in the files $OUT and $ERR
#   expect_match REGEX [FILE]   the last command printed it (grep -E, in $OUT and $ERR, or in FILE)
#   expect_no_match REGEX [FILE]
#   expect_equal EXPECTED GOT
#   expect_as_schema NAME [FILE] the last command's document (or FILE) is as docs/schemas/NAME.schema.json says
#   need_labels                 skips the case where the server has no provider of security labels
#   skip REASON                 ends the case
#   git_project                 the current directory becomes a git repository with all of it committed
#   commit MESSAGE              commits everything
#   no_scratch COMMAND...       runs it where no scratch server can be started
#   no_scratch_nor_cache COMMAND...   and where nothing is known from before
#
# The server, HOME and the caches are shared by all files of one run, in $PLEAT_TEST_RUN: tools/test makes it and ends
# it with tests/cli/run-dir; a file that runs alone has one of its own. Its path is short, for sockets live in it.
set -euo pipefail

CLI_TESTS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
SOURCE_ROOT=$(cd "$CLI_TESTS/../.." && pwd)
BUILD_ROOT=$(realpath "${PLEAT_BUILD:-$SOURCE_ROOT/build}")

if [ -z "${PLEAT_TEST_RUN:-}" ]; then
    PLEAT_TEST_RUN=$("$CLI_TESTS/run-dir" make)
    trap '"$CLI_TESTS/run-dir" remove "$PLEAT_TEST_RUN"' EXIT
fi
# Nothing of the user's reaches a test: neither a service file nor a PGHOST, neither git's nor pleat's configuration.
unset "${!PG@}" "${!GIT_@}" PLEAT_CONFIG NO_COLOR
export HOME=$PLEAT_TEST_RUN/home XDG_CACHE_HOME=$PLEAT_TEST_RUN/cache XDG_RUNTIME_DIR=$PLEAT_TEST_RUN/run
export XDG_DATA_HOME=$PLEAT_TEST_RUN/data PLEAT_SCRATCH_DIR=$PLEAT_TEST_RUN/memory
export GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8 TZ=UTC
export PATH=$BUILD_ROOT/src/cli:$("$CLI_TESTS/run-dir" programs):$PATH
export PGHOST=$PLEAT_TEST_RUN/pg PGUSER=postgres PGCONNECT_TIMEOUT=10

url() {
    printf 'postgresql://postgres@/%s?host=%s\n' "$1" "${PGHOST//\//%2F}"
}

psql_do() {
    psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$1" -c "$2"
}

start_server() {
    [ -e "$PLEAT_TEST_RUN/pg/started" ] || "$CLI_TESTS/run-dir" start-server "$PLEAT_TEST_RUN"
}

db_counter=0
new_db() {
    start_server
    db_counter=$((db_counter + 1))
    local name=${0##*/} file
    name=${name%.sh}_${case_number}_${db_counter}_$1
    psql_do postgres "create database \"$name\""
    printf -v "$1" %s "$name"
    shift
    for file in "$@"; do
        psql -X -q -v ON_ERROR_STOP=1 -d "$name" -f "$file" >/dev/null
    done
}

new_real_db() {
    if [ -f "$PLEAT_REAL_SCHEMAS/$1.roles.sql" ]; then
        start_server
        psql -X -q -d postgres -f "$PLEAT_REAL_SCHEMAS/$1.roles.sql" >/dev/null 2>&1
    fi
    new_db db
    # a dump may name a role of its home: that is not what this is about
    psql -X -q -d "$db" -f "$PLEAT_REAL_SCHEMAS/$1.sql" >/dev/null 2>load.log
}

need_browser() {
    local reason
    reason=$(cd "$CLI_TESTS" && python3 -c 'import browser; print(browser.missing())')
    [ -z "$reason" ] || skip "$reason"
}

dump() {
    pg_dump -s -N pleat -d "$1" | sed -E '/^\\(un)?restrict /d'
}

normal_dump() {
    if [ -f "$1" ]; then
        "$CLI_TESTS/normal_dump.py" <"$1"
    else
        dump "$1" | "$CLI_TESTS/normal_dump.py"
    fi
}

same_dump() {
    diff -u --label "$1" --label "$2" <(normal_dump "$1") <(normal_dump "$2") ||
        fail "the dumps of $1 and $2 differ"
}

expect_exit() {
    local expected=$1 status=0
    shift
    "$@" >"$OUT" 2>"$ERR" </dev/null || status=$?
    [ "$status" -eq "$expected" ] || fail "exit status $status instead of $expected: $*" "$(cat "$OUT" "$ERR")"
}

expect_match() {
    if [ $# -gt 1 ]; then
        grep -qE -e "$1" -- "$2" || fail "no match for /$1/ in $2:" "$(cat "$2")"
    else
        grep -E -e "$1" -- "$OUT" "$ERR" >/dev/null || fail "no match for /$1/ in:" "$(cat "$OUT" "$ERR")"
    fi
}

expect_no_match() {
    local files=("$OUT" "$ERR")
    [ $# -eq 1 ] || files=("$2")
    ! grep -E -e "$1" -- "${files[@]}" || fail "a match for /$1/"
}

expect_equal() {
    [ "$1" = "$2" ] || fail "$(diff <(printf '%s\n' "$1") <(printf '%s\n' "$2"))"
}

# expect_as_schema NAME|PATH [FILE]: one of docs/schemas, or a JSON Schema of others
expect_as_schema() {
    local schema=$1
    [[ $schema = */* ]] || schema=$SOURCE_ROOT/docs/schemas/$1.schema.json
    python3 - "$schema" "${2:-$OUT}" <<'END' || fail "not as $1 says:" "$(cat "${2:-$OUT}")"
import json, jsonschema, sys
schema, document = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
jsonschema.Draft202012Validator.check_schema(schema)
files = jsonschema.RefResolver(f"file://{sys.argv[1]}", schema)
jsonschema.Draft202012Validator(schema, resolver=files).validate(document)
END
}

# need_from_npm PACKAGE@VERSION FILE...: these files or folders of it, once for a build directory; PACKAGE is where they are.
need_from_npm() {
    local place=$BUILD_ROOT/npm/${1//[@\/]/-} files=("${@:2}")
    PACKAGE=$place/package
    [ ! -e "$PACKAGE/${*: -1}" ] || return 0
    command -v npm >/dev/null || skip "no npm to fetch $1 with"
    mkdir -p "$place"
    (cd "$place" && timeout 120 npm pack --silent "$1" && tar xf ./*.tgz "${files[@]/#/package/}" && rm ./*.tgz) >/dev/null 2>&1 ||
        skip "npm cannot fetch $1"
}

git_project() {
    git init -q
    commit "as it is"
}

commit() {
    git add -A
    git commit -q --allow-empty -m "$1"
}

mkdir -p "$PLEAT_TEST_RUN/nothing"
no_scratch() {
    PLEAT_PG_BIN_15=$PLEAT_TEST_RUN/nothing "$@"
}

no_scratch_nor_cache() {
    rm -rf "$PLEAT_TEST_RUN/no-cache"
    XDG_CACHE_HOME=$PLEAT_TEST_RUN/no-cache no_scratch "$@"
}

# Ends the case, also from within a function whose status is being tested, where set -e does not reach.
fail() {
    printf '%s\n' "$@" "at ${BASH_SOURCE[2]##*/}:${BASH_LINENO[1]}" >&2
    exit 1
}

need_labels() {
    start_server
    [ -n "$(psql_do postgres "show session_preload_libraries")" ] || skip "no postgresql-server-dev-15 to build a provider of labels with"
}

skip() {
    printf '%s\n' "$1" >"$CASE_DIR.skip"
    exit 0
}

run_case() {
    local title=${1#case_} status=0 began=$SECONDS
    title=${title//_/ }
    CASE_DIR=$(mktemp -d "$PLEAT_TEST_RUN/case.XXXXXX")
    OUT=$CASE_DIR.out ERR=$CASE_DIR.err
    : >"$OUT" >"$ERR"
    # Not "( ... ) || status": bash would then ignore set -e inside.
    set +e
    (set -eE; trap 'echo "line $LINENO: $BASH_COMMAND" >&2' ERR; cd "$CASE_DIR"; "$1") >"$CASE_DIR.log" 2>&1 </dev/null
    status=$?
    set -e
    if [ "$status" -ne 0 ]; then
        echo "not ok $case_number - $title"
        sed 's/^/# /' "$CASE_DIR.log"
    elif [ -f "$CASE_DIR.skip" ]; then
        echo "ok $case_number - $title # SKIP $(cat "$CASE_DIR.skip")"
    else
        echo "ok $case_number - $title"
    fi
    [ $((SECONDS - began)) -lt 5 ] || echo "# $((SECONDS - began)) s"
    rm -rf "$CASE_DIR" "$CASE_DIR".{out,err,log,skip}
}

# All functions case_... in the order of the file, or those whose names match the first argument of the script.
run_cases() {
    local cases name
    mapfile -t cases < <(grep -oE '^case_\w+' "$0" | grep -E -- "${1:-.}")
    echo "1..${#cases[@]}"
    case_number=0
    for name in "${cases[@]}"; do
        case_number=$((case_number + 1))
        run_case "$name"
    done
}
