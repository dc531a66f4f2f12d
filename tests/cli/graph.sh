#!/usr/bin/env bash
# Commands that look at revisions and work on their files.
. "$(dirname "$0")/lib.sh"

project() {
    expect_exit 0 pleat init
    expect_exit 0 pleat revision -m one --rev-id a1
    expect_exit 0 pleat revision -m two --rev-id a2
}

# An editor that writes down which files it was given, and puts a statement into the first.
make_editor() {
    printf '#!/bin/sh\nprintf "%%s\\n" "$@" >given\nsed -i "s/^-- the way forth/%s/" "$2"\nexit %s\n' "$1" "${2:-0}" >editor
    chmod +x editor
    export EDITOR="./editor --wait" VISUAL=
}

case_edit_opens_the_file() {
    project
    make_editor 'SELECT 1;'
    expect_exit 0 pleat edit a1
    expect_equal "$(printf -- '--wait\n%s' revisions/*_a1_*.sql)" "$(cat given)"
    grep -q '^SELECT 1;' revisions/*_a1_*
}

case_edit_takes_symbols() {
    project
    make_editor 'SELECT 1;'
    expect_exit 0 pleat edit head
    expect_equal "$(printf -- '--wait\n%s' revisions/*_a2_*.sql)" "$(cat given)"
    expect_exit 2 pleat edit base
    expect_match 'nothing to edit'
    expect_exit 2 pleat edit zz
}

case_edit_says_what_is_wrong_then() {
    project
    make_editor 'COMMIT;'
    expect_exit 2 pleat edit a1
    expect_match '_a1_.*:[0-9]+:1: error: COMMIT without BEGIN'
}

case_an_editor_that_fails() {
    project
    make_editor 'SELECT 1;' 3
    expect_exit 2 pleat edit a1
    expect_match 'editor: .*3'
    VISUAL=/nowhere/editor expect_exit 2 pleat edit a1
    expect_match 'cannot start the editor'
    VISUAL='"' expect_exit 2 pleat edit a1
    expect_match 'is no command'
}

case_branches_of_several() {
    project
    for id in b1 b2; do
        sed "s/revision a2/revision $id/" revisions/*_a2_* >revisions/20990101_${id}_expand_more.sql
    done
    expect_exit 0 pleat branches
    expect_match '^a1 \(expand\) \(branchpoint\)'
    for id in a2 b1 b2; do expect_match "-> $id"; done
}

run_cases "$@"
