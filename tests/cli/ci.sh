#!/usr/bin/env bash
# docs/ci.md: its workflows, run step by step in a fresh clone as forges do.
. "$(dirname "$0")/lib.sh"

PAGE=$SOURCE_ROOT/docs/ci.md

workflow() {
    "$CLI_TESTS/workflow.py" "$PAGE" "$@"
}

# The role of the page, made by its own statements; reader is how it connects.
make_reader() {
    sed -nE '/^## Drift in production/,$ s/^    ((CREATE ROLE|GRANT) .*)$/\1/p' "$PAGE" >reader.sql
    expect_equal 3 "$(wc -l <reader.sql)"
    sed -i "s/drift_reader/drift_reader_$case_number/" reader.sql # roles belong to the whole server
    psql -X -q -v ON_ERROR_STOP=1 -d "$db" -f reader.sql
    reader=postgresql://drift_reader_$case_number@/$db?host=${PGHOST//\//%2F}
}

# A repository "origin" of a project whose main branch is deployed; the variables of a job are set.
deployed() {
    new_db db
    mkdir -p origin/schema
    cd origin
    printf 'default: dev\ndatabases:\n  dev: embedded\n  production: ${DATABASE_URL}\n' >pleat.yaml
    cat >schema/shop.yaml <<'YAML'
tables:
  customer:
    columns:
      id: bigint
      email: text
    primary_key: [id]

  invoice:
    columns:
      id: bigint
      customer_id: bigint
    primary_key: [id]
YAML
    pleat revision --autogenerate --from revisions -m "all tables" --rev-id aaaa >/dev/null
    DATABASE_URL=$(url "$db") pleat upgrade -d production head
    git_project
    cd ..
    make_reader
    export DRIFT_READER_URL=$reader DATABASE_URL=$reader
    export GITHUB_BASE_REF=main CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main
}

# branch NAME: in origin, from main.
branch() {
    git -C origin checkout -q -b "$1" main
}

# The branch, committed, in a clone of its own: the current directory from here on.
clone() {
    (cd origin && commit "$1")
    git clone -q --branch "$1" origin "clone-$1"
    cd "clone-$1"
}

# revision ID UP DOWN: by hand, after all tables; UP is line 5 of the file.
revision() {
    printf -- '-- pleat: revision %s expand after aaaa\n-- pleat: message %s\n\\set ON_ERROR_STOP on\nSET lock_timeout = %s;\n%s\n\\quit\n-- pleat: downgrade\n%s\n' \
        "$1" "$1" "'800ms'" "$2" "$3" >"origin/revisions/$1.sql"
}

annotations() {
    grep '^::' "$OUT" | sed -E 's/::(error|warning|notice) file=([^,]*),line=([0-9]+).*title=([A-Z0-9]+).*/\2:\3 \4/'
}

case_four_lines_pass_what_is_in_order() {
    deployed
    branch good
    sed -i 's/email: text/email: text\n      phone: text/' origin/schema/shop.yaml
    (cd origin && pleat revision --autogenerate --from revisions -m "phone numbers" >/dev/null)
    clone good
    expect_equal 4 "$(grep -c '^          - run:' <(sed -n '/^    name: schema/,/^`/p' "$PAGE"))"
    expect_exit 0 workflow schema
    expect_equal "" "$(annotations)"
    expect_exit 0 workflow gitlab-schema
    expect_match '^test.xml: 0 failures$'
}

case_a_forgotten_revision() {
    deployed
    branch forgotten
    sed -i 's/email: text/email: text\n      phone: text/' origin/schema/shop.yaml
    clone forgotten
    expect_exit 1 workflow schema
    expect_equal "schema/shop.yaml:2 PL812
schema/shop.yaml:6 PC102" "$(annotations | sort)"
    expect_exit 1 workflow gitlab-schema
    expect_match '^check.xml: 2 failures$'
}

case_an_unsafe_revision() {
    deployed
    branch unsafe
    sed -i 's/^  invoice:/    indexes:\n      - [email]\n\n  invoice:/' origin/schema/shop.yaml
    revision bbbb 'CREATE INDEX customer_email_idx ON public.customer (email);' 'DROP INDEX CONCURRENTLY public.customer_email_idx;'
    clone unsafe
    expect_exit 1 workflow schema
    expect_equal "revisions/bbbb.sql:5 PL101" "$(annotations)"
    expect_exit 1 workflow gitlab-schema
    expect_match '^revisions/bbbb.sql:5: index-not-concurrent$'
}

case_a_broken_way_back() {
    deployed
    branch broken
    sed -i 's/email: text/email: text\n      phone: text/' origin/schema/shop.yaml
    revision bbbb 'ALTER TABLE public.customer ADD COLUMN phone text;' 'DO $$BEGIN RAISE EXCEPTION $a$no way back$a$; END$$;'
    clone broken
    expect_exit 1 workflow schema
    expect_equal "revisions/bbbb.sql:8 PT103" "$(annotations)"
    # one that runs, and leads elsewhere: on the section
    cd ..
    revision bbbb 'ALTER TABLE public.customer ADD COLUMN phone text;' 'SELECT 1;'
    (cd origin && commit "nothing")
    cd clone-broken
    git pull -q
    expect_exit 1 workflow schema
    expect_equal "revisions/bbbb.sql:7 PT103" "$(annotations)"
    expect_exit 1 workflow gitlab-schema
    expect_match '^test.xml: 1 failures$'
}

case_drift() {
    deployed
    branch drift
    psql_do "$db" "alter table invoice alter customer_id set not null; create index by_hand on customer (email)"
    clone drift
    expect_exit 1 workflow schema
    expect_equal "schema/shop.yaml:11 PC101
schema/shop.yaml:2 PC101" "$(annotations | sort)"
    # once a day, with no branch at all
    git checkout -q main
    expect_exit 1 workflow drift
    expect_equal "schema/shop.yaml:11 PC101
schema/shop.yaml:2 PC101" "$(annotations | sort)"
    psql_do "$db" "alter table invoice alter customer_id drop not null; drop index by_hand"
    expect_exit 0 workflow drift
    # by a role that can read no row
    expect_exit 1 psql -X -q -d "$reader" -c "select from customer"
    expect_match 'permission denied for table customer'
    expect_exit 1 psql -X -q -d "$reader" -c "create table x (a int)"
}

# By the framework's own program; its hooks are of the language "system", which fetches nothing.
case_the_pre_commit_framework() {
    command -v pre-commit >/dev/null || skip "no pre-commit (Debian's package of this name)"
    deployed
    cd origin
    sed -n '/^    repos:/,/^[^ ]/ s/^    //p' "$PAGE" >.pre-commit-config.yaml
    expect_match 'id: pleat-fmt' .pre-commit-config.yaml
    commit "hooks"
    pre-commit install >/dev/null
    sed -i 's/email: text/email:   text/' schema/shop.yaml
    git add -A
    expect_exit 1 git commit -q -m "layout"
    expect_match 'layout of declarations.*Failed'
    git add -A
    expect_exit 0 git commit -q --allow-empty -m "what fmt has made of it"
    sed -i 's/email: text/email: [/' schema/shop.yaml
    git add -A
    expect_exit 1 git commit -q -m "a mistake"
    expect_match 'declarations and revisions.*Failed'
    expect_match 'schema/shop.yaml:[0-9]+:[0-9]+: error'
}

case_examples_are_yaml() {
    python3 - "$PAGE" "$CLI_TESTS" <<'PYTHON'
import pathlib, sys
sys.path.insert(0, sys.argv[2])
import workflow
found = list(workflow.blocks(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")))
assert len(found) == 5, [list(block) for block in found]
PYTHON
}

run_cases "$@"
