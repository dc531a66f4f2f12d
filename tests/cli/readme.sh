#!/usr/bin/env bash
# The documentation, typed along. After a change to what pleat prints: tests/cli/readme.sh --renew, and read the difference.
. "$(dirname "$0")/lib.sh"

renew=()
if [ "${1:-}" = --renew ]; then
    renew=(--renew)
    shift
fi

case_the_tour_of_the_README() {
    TMPDIR=$PWD expect_exit 0 "$CLI_TESTS/readme.py" "${renew[@]}" "$SOURCE_ROOT/README.md"
}

# Page after page, with a server for the databases that are no embedded ones.
case_the_guide() {
    local pages
    mapfile -t pages < <(ls "$SOURCE_ROOT"/docs/guide/*.md | sort -V)
    [ ${#pages[@]} -ge 10 ] || fail "${#pages[@]} pages"
    start_server
    psql -X -q -d postgres -c "drop database if exists shop_production" -c "drop database if exists legacy" -c "drop role if exists shop_reader"
    TMPDIR=$PWD expect_exit 0 "$CLI_TESTS/readme.py" "${renew[@]}" "${pages[@]}"
}

run_cases "$@"
