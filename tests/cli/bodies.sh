#!/usr/bin/env bash
# Prior bodies, from long histories: each comes back as its author wrote it, byte for byte.
. "$(dirname "$0")/lib.sh"

# 2,000 commits over 150 routine files, with renames, merges, reverts, moved folders, splits, drops and returns.
case_between_any_two_commits_and_in_log() {
    new_db bodies
    "$CLI_TESTS/bodies.py" pairs "$PWD/project" "$(url "$bodies")"
}

case_revisions_without_the_repository() {
    new_db bodies
    "$CLI_TESTS/bodies.py" stairway "$PWD/project" "$(url "$bodies")"
}

run_cases "$@"
