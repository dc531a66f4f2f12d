#!/usr/bin/env bash
# The documentation, typed along. After a change to what pleat prints: tests/cli/readme.sh --renew, and read the difference.
. "$(dirname "$0")/lib.sh"

renew=()
[ "${1:-}" != --renew ] || renew=(--renew)

case_the_tour_of_the_README() {
    TMPDIR=$PWD expect_exit 0 "$CLI_TESTS/readme.py" "${renew[@]}" "$SOURCE_ROOT/README.md"
}

run_cases
