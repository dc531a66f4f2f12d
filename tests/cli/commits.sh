#!/usr/bin/env bash
# Comparisons between commits, and revisions from a commit: no database is there at all.
. "$(dirname "$0")/lib.sh"

project() {
    mkdir schema
    printf 'databases:\n  it: "postgresql://127.0.0.1:1/nobody"\n' >pleat.yaml
    printf 'tables:\n  t:\n    columns:\n      a: integer\n' >schema/t.yaml
    git init -q -b main
    commit first
    git tag v1
    git checkout -q -b side
    echo '      b: text' >>schema/t.yaml
    commit second
    git checkout -q main
    printf 'tables:\n  u:\n    columns:\n      a: integer\n' >schema/u.yaml
    commit third
    git checkout -q side
}

case_from_one_commit_to_another() {
    project
    for range in git:v1..git:HEAD git:v1..HEAD git:v1..side git:v1.. 'git:main...' 'git:main...side' 'git:v1 git:HEAD'; do
        # shellcheck disable=SC2086 # two words are two arguments
        expect_exit 1 pleat diff --exit-code $range
        expect_match '\+ column b: text'
        expect_no_match 'public.u'
    done
    expect_exit 1 pleat diff --exit-code git:main..side
    expect_match 'public.u'
    expect_exit 0 pleat diff git:v1..side --sql
    expect_match 'ADD COLUMN b text'
    expect_exit 2 pleat diff git:nothing..side
    expect_match 'nothing'
}

case_revisions_from_a_commit() {
    project
    git checkout -q v1
    expect_exit 0 pleat revision --autogenerate --from revisions -m first
    git add revisions
    git stash -q
    git checkout -q side
    git stash pop -q
    expect_exit 0 pleat revision --autogenerate --from git:v1 -m second
    expect_equal 2 "$(ls revisions | wc -l)"
    grep -q 'ADD COLUMN b text' revisions/*second*
    expect_exit 0 pleat diff --exit-code revisions schema
    expect_exit 2 pleat revision --autogenerate --from git:v1 -m third
    expect_match 'git:v1 is not what the revisions lead to: 1 difference$'
    expect_match 'hint: pleat diff revisions git:v1'
}

# A project stays the same when its folder moves: into another one, out of one, or by the repository's top.
case_a_project_that_has_moved() {
    mkdir -p repository/old/place
    cd repository
    git init -q -b main
    cd old/place
    mkdir schema
    printf 'discipline: {base: v1}\n' >pleat.yaml
    printf 'tables:\n  t:\n    columns:\n      a: integer\n' >schema/t.yaml
    commit first
    git tag v1
    cd ../..
    mkdir new
    git mv old/place new/place
    cd new/place
    echo '      b: text' >>schema/t.yaml
    commit second
    git tag v2
    expect_exit 1 pleat diff --exit-code git:v1..HEAD
    expect_equal '    + column b: text  (:5)' "$(tail -n 1 "$OUT")"
    expect_exit 1 pleat check --offline
    expect_match 'declared otherwise than in v1, and no revision is new: table public.t$'
    cd ../..
    git mv new/place/* .
    commit third
    expect_exit 0 pleat diff --exit-code git:v2..HEAD
    expect_exit 1 pleat diff --exit-code git:v1..v2
    expect_equal 2 "$(wc -l <"$OUT")"
    git rm -q pleat.yaml
    commit "without"
    git revert --no-edit HEAD >/dev/null
    expect_exit 0 pleat diff --exit-code git:HEAD~1..HEAD
}

run_cases "$@"
