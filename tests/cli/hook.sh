#!/usr/bin/env bash
# pleat hook: what git itself runs before it commits.
. "$(dirname "$0")/lib.sh"

project() {
    mkdir -p "$1/schema" "$1/revisions"
    printf 'schemas: [public]\n' >"$1/pleat.yaml"
    printf 'tables:\n  t:\n    columns:\n      a: int\n' >"$1/schema/t.yaml"
    {
        printf -- '-- pleat: revision first\n-- pleat: message first\n\\set ON_ERROR_STOP on\n'
        printf 'SET lock_timeout = %s;\nCREATE TABLE public.t (a int);\n\\quit\n-- pleat: downgrade\nDROP TABLE public.t;\n' "'800ms'"
    } >"$1/revisions/first.sql"
}

repository() {
    git init -q -b main
    git config user.name Ann
    git config user.email ann@example.org
    project "${1:-.}"
    commit first
}

commits() {
    expect_exit 0 git commit -q -m "$@"
}

refuses() {
    expect_exit 1 git commit -q -m "$@"
}

case_what_is_staged_counts() {
    repository
    expect_exit 0 pleat hook install
    expect_match "^$PWD/.git/hooks/pre-commit$"
    expect_exit 0 pleat hook install
    expect_match 'is installed already'
    sed -i 's/a: int/a: [/' schema/t.yaml
    git add schema
    refuses broken
    expect_match '^schema/t.yaml:[0-9]+:[0-9]+: error'
    # In order again where it is staged; what the work tree has is not committed.
    git show HEAD:schema/t.yaml | sed 's/a: int/a: bigint/' >schema/t.yaml
    git add schema
    echo '[' >>schema/t.yaml
    commits "in order"
    git checkout -q schema
    # Of git commit -a the index is another file.
    sed -i 's/a: bigint/a: [/' schema/t.yaml
    refuses all -a
    git checkout -q schema
    echo text >notes
    git add notes
    commits notes
}

case_revisions_are_linted_and_not_edited() {
    repository
    expect_exit 0 pleat hook install
    {
        printf -- '-- pleat: revision second expand after first\n-- pleat: message second\n\\set ON_ERROR_STOP on\n'
        printf 'SET lock_timeout = %s;\nCREATE INDEX t_a ON public.t (a);\n\\quit\n-- pleat: downgrade\nDROP INDEX CONCURRENTLY public.t_a;\n' "'800ms'"
    } >revisions/second.sql
    git add .
    refuses second
    expect_match '^revisions/second.sql:5:1: warning: PL101:'
    sed -i 's/CREATE INDEX/CREATE INDEX CONCURRENTLY/' revisions/second.sql
    git add .
    # The work tree's own revisions do not count.
    printf -- '-- pleat: revision third expand after nothing\n\\set ON_ERROR_STOP on\n\\quit\n' >revisions/third.sql
    commits second
    rm revisions/third.sql
    sed -i 's/(a int)/(a bigint)/' revisions/first.sql
    git add .
    refuses edited
    expect_match '^revisions/first.sql:1:1: error: PL814: revision first, which HEAD has, does something else now$'
    commits edited --no-verify
    printf 'discipline: {rules: [PL811]}\n' >pleat.yaml
    sed -i 's/a: int/a: bigint/' schema/t.yaml
    sed -i 's/a bigint/a int/' revisions/first.sql
    git add .
    refuses "of both"
    expect_match 'PL811: what is staged changes a declaration \(schema/t.yaml\) and a revision$'
    expect_no_match PL814
}

case_revisions_of_tenants() {
    repository
    printf "tenants: 'tenant%%'\n" >>pleat.yaml
    commit tenants
    expect_exit 0 pleat hook install
    {
        printf -- '-- pleat: revision theirs expand\n-- pleat: message theirs\n-- pleat: tenant\n\\set ON_ERROR_STOP on\n'
        printf 'SET lock_timeout = %s;\nCREATE INDEX t_a ON {schema}.t (a);\n\\quit\n-- pleat: downgrade\nDROP INDEX CONCURRENTLY {schema}.t_a;\n' "'800ms'"
    } >revisions/theirs.sql
    git add .
    refuses theirs
    expect_match '^revisions/theirs.sql:6:1: warning: PL101:'
    sed -i 's/CREATE INDEX/CREATE INDEX CONCURRENTLY/' revisions/theirs.sql
    git add .
    commits theirs
}

case_a_hook_that_is_there_stays() {
    repository
    printf '#!/bin/sh\necho mine\n[ ! -f stop ]\n' >.git/hooks/pre-commit
    chmod +x .git/hooks/pre-commit
    cp .git/hooks/pre-commit ../mine.$$
    expect_exit 2 pleat hook install
    expect_match 'there is a pre-commit hook already: .*/.git/hooks/pre-commit'
    cmp .git/hooks/pre-commit ../mine.$$
    expect_exit 0 pleat hook install --chain
    sed -i 's/a: int/a: [/' schema/t.yaml
    git add .
    refuses both
    expect_match '^mine$'
    expect_match 'schema/t.yaml:[0-9]+'
    git show HEAD:schema/t.yaml >schema/t.yaml
    touch stop
    refuses "the first says no" --allow-empty
    rm stop
    expect_exit 0 pleat hook uninstall
    cmp .git/hooks/pre-commit ../mine.$$
    rm ../mine.$$
    expect_exit 2 pleat hook uninstall
}

case_several_projects_and_work_trees() {
    repository one
    project "other project"
    commit "another"
    expect_exit 0 pleat -C one hook install
    expect_exit 0 pleat -C "other project" hook install
    git worktree add -q tree
    echo '[' >>"tree/other project/schema/t.yaml"
    git -C tree add .
    expect_exit 1 git -C tree commit -q -m broken
    expect_match 'other project/schema/t.yaml|schema/t.yaml:'
    expect_exit 0 pleat -C "other project" hook uninstall
    expect_exit 0 git -C tree commit -q -m "nobody looks"
    grep -q "look 'one'" .git/hooks/pre-commit
    expect_exit 0 pleat -C one hook uninstall
    [ ! -e .git/hooks/pre-commit ]
}

case_hooks_elsewhere() {
    repository
    git config core.hooksPath hooks
    mkdir hooks
    expect_exit 0 pleat hook install
    [ -x hooks/pre-commit ] && [ ! -e .git/hooks/pre-commit ]
    git config core.hooksPath "$HOME/hooks of all"
    expect_exit 2 pleat hook install
    expect_match 'outside of this repository'
    [ ! -e "$HOME/hooks of all" ]
    expect_exit 2 pleat hook run post-commit
    expect_exit 2 pleat hook remove
    # A program that is not there is told, not passed over.
    git config core.hooksPath hooks
    git add .
    expect_exit 1 env PATH=/usr/bin:/bin git commit -q -m "without pleat"
    expect_match 'pleat is not on the PATH'
}

case_the_first_commit_and_no_repository() {
    mkdir none new
    project none
    expect_exit 2 env GIT_CEILING_DIRECTORIES="$PWD" pleat -C none hook install
    cd new
    git init -q -b main
    git config user.name Ann
    git config user.email ann@example.org
    project .
    expect_exit 0 pleat hook install
    echo '[' >>schema/t.yaml
    git add .
    refuses first
    git -C .. --git-dir=new/.git --work-tree=new rev-parse -q --verify HEAD && false
    sed -i '$d' schema/t.yaml
    git add .
    commits first
}

run_cases "$@"
