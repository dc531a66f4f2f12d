#!/usr/bin/env bash
# How declarations and revisions are kept in git: pleat check --base, with no database.
. "$(dirname "$0")/lib.sh"

# A revision ID of "public.t" made of what FILE says now: revision ID AFTER FILE SQL.
revision() {
    local blob
    blob=$(git hash-object "$3")
    {
        printf -- '-- pleat: revision %s expand%s\n-- pleat: message %s\n-- pleat: source %s@%.7s\n' \
            "$1" "${2:+ after $2}" "$1" "$3" "$blob"
        printf '\\set ON_ERROR_STOP on\nSET lock_timeout = %s;\n%s\n\\quit\n-- pleat: downgrade\nSELECT 1;\n' "'800ms'" "$4"
    } >"revisions/$1.sql"
}

project() {
    mkdir -p schema functions revisions
    printf 'discipline: {base: main}\n' >pleat.yaml
    printf 'tables:\n  t:\n    columns:\n      a: int\n' >schema/t.yaml
    printf 'create function f() returns int language sql as $$ select 1 $$;\n' >functions/f.sql
    git init -q -b main
    git config user.name Ann
    git config user.email ann@example.org
    revision first "" schema/t.yaml 'CREATE TABLE public.t (a int);'
    commit first
    git switch -qc topic
}

add_column() {
    printf '      %s: int\n' "$1" >>schema/t.yaml
}

# What is found, as codes in a line.
found() {
    local status=0
    pleat check --offline "$@" >"$OUT" 2>"$ERR" || status=$?
    [ "$status" -le 1 ] || fail "exit status $status" "$(cat "$OUT" "$ERR")"
    grep -oE '(error|warning|notice): PL[0-9]+' "$OUT" | grep -oE 'PL[0-9]+' | tr '\n' ' '
}

case_a_change_without_a_revision() {
    project
    expect_equal '' "$(found)"
    printf '# only a comment\n' >>schema/t.yaml
    commit comment
    expect_equal '' "$(found)"
    add_column b
    commit "add b"
    expect_equal 'PL812 ' "$(found)"
    expect_match '^schema/t.yaml:2:3: warning: PL812: declared otherwise than in main, and no revision is new: table public.t$'
    revision second first schema/t.yaml 'ALTER TABLE public.t ADD COLUMN b int;'
    commit "the revision"
    expect_equal '' "$(found)"
    expect_exit 0 pleat check --offline
    # From the branch itself nothing has changed.
    expect_equal '' "$(found --base HEAD)"
    expect_exit 2 pleat check --offline --base nowhere
}

# A revision was made of it, and then it was changed again; another object has none at all.
case_a_change_after_its_revision() {
    project
    add_column b
    revision second first schema/t.yaml 'ALTER TABLE public.t ADD COLUMN b int;'
    commit "add b"
    expect_equal '' "$(found)"
    printf '# only a comment\n' >>schema/t.yaml
    commit comment
    expect_equal '' "$(found)"
    add_column c
    commit "add c"
    expect_equal 'PL812 ' "$(found)"
    expect_match '^schema/t.yaml:2:3: warning: PL812: declared otherwise than in main, and no new revision was made of it as it is: table public.t$'
    revision third second schema/t.yaml 'ALTER TABLE public.t ADD COLUMN c int;'
    commit "the revision"
    expect_equal '' "$(found)"
    sed -i 's/select 1/select 2/' functions/f.sql
    commit "two"
    expect_match ': function public.f\(\)$' <(pleat check --offline)
    # What a hand has written does not say what it was made of.
    revision fourth third schema/t.yaml 'SELECT 1;'
    sed -i '/pleat: source/d' revisions/fourth.sql
    commit "by hand"
    expect_equal '' "$(found)"
    # A file under another name declares the same.
    git rm -q revisions/fourth.sql
    git checkout -q main functions
    git mv functions/f.sql functions/g.sql
    git mv schema/t.yaml schema/table.yaml
    commit "moved"
    expect_equal '' "$(found)"
}

case_a_commit_of_both() {
    project
    add_column b
    revision second first schema/t.yaml 'ALTER TABLE public.t ADD COLUMN b int;'
    commit "add b"
    expect_equal '' "$(found)" # nobody has asked for it
    printf 'discipline: {base: main, rules: [mixed-commit]}\n' >pleat.yaml
    expect_equal 'PL811 ' "$(found)"
    expect_match '^revisions/second.sql:1:1: warning: PL811: commit [0-9a-f]{7} \(add b\) changes a declaration \(schema/t.yaml\) and a revision$'
    printf 'lint: {allow: [{rule: mixed-commit, path: revisions/second.sql, reason: it was one idea}]}\n' >>pleat.yaml
    expect_equal '' "$(found)"
}

case_a_revision_edited_after_its_merge() {
    project
    sed -i 's/^SET lock/-- why it is so\nSET lock/' revisions/first.sql
    commit "explain"
    expect_equal '' "$(found)"
    sed -i 's/(a int)/(a bigint)/' revisions/first.sql
    commit "edit"
    expect_equal 'PL814 ' "$(found)"
    expect_exit 1 pleat check --offline
    expect_match 'revision first, which main has, does something else now'
    git rm -q revisions/first.sql
    commit "remove"
    expect_match 'is gone' <(pleat check --offline || true)
    # A squash stands for it.
    mkdir -p revisions
    revision whole "" schema/t.yaml 'CREATE TABLE public.t (a int);'
    sed -i '1a -- pleat: replaces first' revisions/whole.sql
    commit "squash"
    expect_equal '' "$(found)"
}

case_a_declaration_reverted_while_its_revision_stays() {
    project
    add_column b
    revision second first schema/t.yaml 'ALTER TABLE public.t ADD COLUMN b int;'
    commit "add b"
    git show main:schema/t.yaml >schema/t.yaml
    commit "Revert the column"
    expect_equal 'PL813 ' "$(found)"
    expect_match '^schema/t.yaml:1:1: warning: PL813: schema/t.yaml is again what it was before revision second, and the revision stays$'
    # The same once the revision was merged.
    git reset -q --hard HEAD^
    git switch -q main
    git merge -q topic
    git switch -qc revert
    git show HEAD^:schema/t.yaml >schema/t.yaml
    commit "Revert the column"
    expect_equal 'PL813 ' "$(found)"
    # Rolled forward.
    revision third second schema/t.yaml 'ALTER TABLE public.t DROP COLUMN b;'
    commit "roll forward"
    expect_equal '' "$(found)"
}

case_two_branches_change_one_routine() {
    project
    git switch -qc other
    sed -i 's/select 1/select 2/' functions/f.sql
    commit "two"
    git switch -q topic
    printf 'create function g() returns int language sql as $$ select 1 $$;\n' >>functions/f.sql
    revision second first functions/f.sql 'SELECT 1;'
    commit "another function in the same file"
    expect_equal '' "$(found)"
    sed -i 's/returns int language sql as \$\$ select 1/returns int language sql as $$ select 3/' functions/f.sql
    commit "three"
    expect_equal 'PL812 PL815 ' "$(found)"
    expect_match '^functions/f.sql:1:1: warning: PL815: function public.f\(\) is changed here and in other$'
    git merge -q -s ours other
    expect_equal 'PL812 ' "$(found)"
}

# Beside what the database says, in the formats of check.
case_with_a_database() {
    project
    new_db db
    psql_do "$db" 'create table t (a int); create function f() returns int language sql as $$ select 1 $$'
    expect_exit 0 pleat -d "$(url "$db")" stamp heads
    expect_exit 0 pleat -d "$(url "$db")" check
    sed -i 's/select 1/select 2/' functions/f.sql
    commit "two"
    psql_do "$db" 'create or replace function f() returns int language sql as $$ select 2 $$'
    expect_exit 1 pleat -d "$(url "$db")" check --format sarif
    python3 -c 'import json, sys
results = json.load(open(sys.argv[1]))["runs"][0]["results"]
assert [r["ruleId"] for r in results if r["ruleId"].startswith("PL8")] == ["PL812"], results' "$OUT"
    expect_exit 1 pleat -d "$(url "$db")" check
    expect_match PL812
    # a job that has lost its clone must not pass for one that has found nothing
    rm -rf .git
    expect_exit 2 pleat -d "$(url "$db")" check --base main
    expect_match '\-\-base needs a git repository'
}

run_cases "$@"
