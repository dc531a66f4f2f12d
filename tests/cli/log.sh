#!/usr/bin/env bash
# The versions of what is declared: commits, revisions, and which database runs which.
. "$(dirname "$0")/lib.sh"

# Two databases and a third that nobody answers for.
project() {
    mkdir -p schema functions
    new_db production
    new_db stage
    cat >pleat.yaml <<END
databases:
  production: "$(url "$production")"
  stage: "$(url "$stage")"
  lost: "postgresql://127.0.0.1:1/x"
schemas: [shop]
END
    printf 'schemas:\n  shop: {}\n' >schema/shop.yaml
    git init -q
}

# total BODY: the file that declares shop.total(integer).
total() {
    printf 'create function shop.total(a int) returns int language sql as $$\n  select %s\n$$;\n' "$1"
}

deploy() {
    expect_exit 0 pleat -d production revision --autogenerate -m "$1"
    commit "$1"
    expect_exit 0 pleat -d production upgrade heads --both-phases
}

# The subjects of the versions, newest first.
subjects() {
    expect_exit 0 pleat log --offline "$@"
    sed -nE 's/^[0-9a-f]{7}  [-0-9]+  Test  //p' "$OUT" | sed -E 's/  \[[0-9a-f]{12}.*//'
}

case_a_routine_and_which_version_runs_where() {
    project
    total 'a' >functions/total.sql
    deploy first
    total 'a + 1' >functions/total.sql
    deploy second
    total 'a + 2' >functions/total.sql
    commit third
    total 'a + 3' >functions/total.sql
    commit fourth
    psql_do "$stage" "create schema shop; $(total 7)"
    expect_exit 0 pleat log 'shop.total(int)'
    expect_match '^function shop.total\(integer\)  functions/total.sql$'
    expect_match '^[0-9a-f]{7}  [-0-9]{10}  Test  fourth$'
    expect_match 'second  \[[0-9a-f]{12} expand\]  \(production\)$'
    expect_match '  first  \[[0-9a-f]{12} expand\]$'
    expect_match '^production is 2 versions behind$'
    expect_match '^stage has an unknown body: git has no version of it$'
    expect_match '^lost cannot be asked: .*refused'
    expect_exit 0 pleat log 'shop.total(int)' -n 3 --format json
    expect_as_schema log
    python3 - "$OUT" <<'END'
import json, sys
d = json.load(open(sys.argv[1]))
assert d["object"]["address"] == "shop.total(integer)" and d["object"]["file"] == "functions/total.sql", d
assert [v["subject"] for v in d["versions"]] == ["fourth", "third", "second"] and d["older"] == 1 and not d["shallow"], d
assert len(d["versions"][2]["revisions"]) == 1 and d["versions"][0]["revisions"] == [], d
states = {e["database"]: (e["state"], e["behind"]) for e in d["databases"]}
assert states == {"production": ("behind", 2), "stage": ("unknown", None), "lost": ("not_asked", None)}, states
END
    expect_exit 2 pleat log 'shop.total(int)' --patch --format json
    expect_exit 0 pleat blame functions/total.sql --format json
    expect_as_schema blame
    python3 -c 'import json, sys; (o,) = json.load(sys.stdin)["objects"]; assert o["object"]["name"] and o["version"]["subject"] == "fourth", o' <"$OUT"
    psql_do "$stage" "drop function shop.total; $(total 'a + 3')"
    total 'a + 4' >functions/total.sql
    expect_exit 0 pleat -d stage log total
    expect_match '^work tree, not committed$'
    expect_match '^stage is 1 version behind$'
    expect_no_match 'production|lost'
    psql_do "$stage" "drop function shop.total"
    expect_exit 0 pleat -d "$(url "$stage")" log total -n 2
    expect_match '^the database does not have it$'
    expect_match '^and 3 older$'
}

case_what_each_version_changed() {
    project
    total 'a' >functions/total.sql
    commit first
    total 'a + 1' >functions/total.sql
    printf 'create function shop.other() returns int language sql as $$ select 1 $$;\n' >>functions/total.sql
    commit second
    expect_exit 0 pleat log -p --offline total
    expect_match '^-  select a$'
    expect_match '^\+  select a \+ 1$'
    expect_match '^--- /dev/null$'
    expect_no_match 'other'
}

case_through_files_that_are_renamed_split_and_put_together() {
    project
    total 'a' >functions/total.sql
    printf 'create function shop.other() returns int language sql as $$ select 1 $$;\n' >functions/other.sql
    commit first
    git mv functions/total.sql functions/sum.sql
    commit renamed
    total 'a + 1' >functions/sum.sql
    commit second
    cat functions/other.sql >>functions/sum.sql
    git rm -qf functions/other.sql
    commit together
    sed -i 's/select 1 /select 2 /' functions/sum.sql
    commit "the other"
    mkdir functions/deep
    { echo '-- on its own'; total 'a + 1'; } >functions/deep/total.sql
    printf 'create function shop.other() returns int language sql as $$ select 2 $$;\n' >functions/sum.sql
    commit split
    total 'a + 2' >functions/deep/total.sql
    commit third
    expect_equal "$(printf 'third\nsecond\nfirst')" "$(subjects total)"
    expect_equal "$(printf 'the other\nfirst')" "$(subjects other)"
}

case_through_merges_reverts_and_drops() {
    project
    total 'a' >functions/total.sql
    commit first
    git checkout -q -b side
    total 'a + 1' >functions/total.sql
    commit "on the side"
    git checkout -q -
    echo '# a remark' >>schema/shop.yaml
    commit "elsewhere"
    git merge -q --no-ff -m merged side
    git revert --no-edit HEAD -m 1 >/dev/null
    git rm -q functions/total.sql
    commit dropped
    mkdir -p functions
    total 'a' >functions/again.sql
    commit back
    expect_equal "$(printf 'back\ndropped  [dropped]\nRevert "merged"\non the side\nfirst')" "$(subjects total)"
    # In that file once more, and elsewhere in between.
    git mv functions/again.sql functions/other.sql
    printf 'create function shop.none() returns int language sql as $$ select 1 $$;\n' >functions/other.sql
    commit "dropped again"
    total 'a + 9' >functions/between.sql
    commit between
    git rm -q functions/between.sql
    commit "dropped again"
    total 'a' >functions/again.sql
    commit "back again"
    expect_equal "$(printf 'back again\ndropped again  [dropped]\nbetween\ndropped again  [dropped]\nback\ndropped  [dropped]')" "$(subjects total | head -6)"
    git rm -q functions/again.sql
    commit "gone for good"
    expect_equal 'gone for good  [dropped]' "$(subjects 'total(int)' | head -1)"
}

# Both sides made it, each in a file of its own, and the merge kept to one of them.
case_a_file_that_a_merge_left_behind() {
    project
    commit first
    git checkout -q -b other
    total 'a + 1' >functions/sum.sql
    commit 'other side'
    git checkout -q -
    mkdir -p functions
    total 'a + 2' >functions/total.sql
    GIT_COMMITTER_DATE=2020-01-01T00:00Z commit 'this side'
    git merge -q -s ours -m 'keep to this side' other
    [ ! -e functions/sum.sql ]
    expect_equal $'keep to this side\nother side\nthis side' "$(subjects total)"
    total 'a + 3' >functions/total.sql
    commit 'go on'
    expect_equal $'go on\nother side\nthis side' "$(subjects total)"
}

case_a_merge_that_was_resolved_by_hand() {
    project
    total 'a' >functions/total.sql
    commit first
    git checkout -q -b side
    total 'a + 1' >functions/total.sql
    commit one
    git checkout -q -
    total 'a + 2' >functions/total.sql
    commit two
    git merge -q side >/dev/null || total 'a + 3' >functions/total.sql
    commit resolved
    expect_equal "$(printf 'first\none\nresolved\ntwo')" "$(subjects total | sort)"
    expect_equal resolved "$(subjects total | head -1)"
}

# tick: the next commit is a minute younger.
tick() {
    now=$((${now:-1700000000} + 60))
    export GIT_AUTHOR_DATE="$now +0000" GIT_COMMITTER_DATE="$now +0000"
}

# What a side of a merge had that was not taken is newer than what HEAD has.
case_a_merge_that_kept_to_the_older_side() {
    project
    tick
    total 'a' >functions/total.sql
    deploy first
    git switch -qc side
    git switch -q -
    tick
    total 'a + 1' >functions/total.sql
    deploy "one"
    git switch -q side
    tick
    total 'a + 2' >functions/total.sql
    commit two
    git switch -q -
    tick
    git merge -q -s ours -m "kept one" side
    expect_exit 0 pleat -d production log -p total
    expect_equal "$(printf 'kept one\ntwo\none\nfirst')" "$(subjects total)"
    expect_exit 0 pleat -d production log total
    expect_match '^[0-9a-f]{7}  [-0-9]{10}  Test  kept one  \(production\)$'
    expect_match '  one  \[[0-9a-f]{12} expand\]$'
    expect_match '^production has the newest version$'
    expect_exit 0 pleat blame functions/total.sql
    expect_match '  Test  [0-9a-f]{12}  1: function shop.total'
    expect_match "^$(git log --format=%h --abbrev=7 --grep='^one' | tail -1)  "
    # What the file says beside it is another matter.
    printf 'create function shop.other() returns int language sql as $$ select 1 $$;\n' >>functions/total.sql
    expect_equal "$(printf 'kept one\ntwo\none\nfirst')" "$(subjects total)"
    expect_no_match 'not committed'
    git checkout -q functions
    # So with a routine that one side has dropped.
    git switch -q side
    tick
    total 'a + 3' >functions/total.sql
    commit three
    git switch -q -
    git rm -qr functions
    commit drop
    tick
    git switch -q side
    tick
    total 'a + 4' >functions/total.sql
    commit four
    git switch -q -
    tick
    git merge -q -s ours -m "stays dropped" side
    expect_equal 'stays dropped  [dropped]' "$(subjects 'total(int)' | head -1)"
}

# Nor need the side that was kept to have a version of its own.
case_a_merge_that_kept_to_what_was_there() {
    project
    tick
    total 'a' >functions/total.sql
    commit first
    git switch -qc side
    tick
    git mv functions/total.sql functions/sum.sql
    total 'a + 2' >functions/sum.sql
    commit two
    git switch -q -
    tick
    git merge -q -s ours --no-ff -m "kept first" side
    tick
    echo '-- a remark' >>functions/total.sql
    commit remark
    expect_equal "$(printf 'kept first\ntwo\nfirst')" "$(subjects total)"
    expect_exit 0 pleat blame functions/total.sql
    expect_match "^$(git rev-list --max-parents=0 HEAD | cut -c1-7)  "
}

# What a commit changed is what it found: not what another side of a merge had at that time.
case_the_change_of_a_commit_beside_another() {
    project
    tick
    total 'a' >functions/total.sql
    commit first
    git switch -qc side
    tick
    total 'a + 1' >functions/total.sql
    commit one
    git switch -q -
    tick
    total 'a + 2' >functions/total.sql
    commit two
    tick
    git merge -q side >/dev/null || total 'a + 3' >functions/total.sql
    commit three
    expect_exit 0 pleat log -p --offline total
    expect_equal "$(printf -- '-  select a + 2\n+  select a + 3\n-  select a\n+  select a + 2\n-  select a\n+  select a + 1\n+  select a')" \
        "$(grep -E '^[-+] ' "$OUT")"
}

case_other_arguments_and_other_names() {
    project
    total 'a' >functions/total.sql
    printf 'tables:\n  shop.item:\n    columns:\n      price: integer\n' >schema/item.yaml
    commit first
    printf 'create function shop.total(a int, b int) returns int language sql as $$ select a + b $$;\n' >functions/total.sql
    printf 'tables:\n  shop.goods:\n    renamed_from: item\n    columns:\n      cost: {type: integer, renamed_from: price}\n' >schema/item.yaml
    commit second
    expect_equal "$(printf 'second\nfirst')" "$(subjects total)"
    expect_equal "$(printf 'second\nfirst')" "$(subjects goods)"
    expect_equal "$(printf 'second\nfirst')" "$(subjects goods.cost)"
    # Beside the old one it is another routine.
    { total 'a'; printf 'create function shop.total(a int, b int) returns int language sql as $$ select a + b $$;\n'; } >functions/total.sql
    git commit -q --amend -a --no-edit
    expect_equal 'second' "$(subjects 'total(int, int)')"
    expect_equal 'first' "$(subjects 'total(int)')"
}

case_parts_of_a_table_and_their_revisions() {
    project
    cat >schema/order.yaml <<'END'
tables:
  shop.order:
    columns:
      id: integer primary key
      amount: integer not null
    checks:
      positive: amount > 0
    indexes:
      order_amount: (amount)
END
    deploy first
    sed -i 's/amount: integer not null/&\n      note: text/' schema/order.yaml
    deploy second
    sed -i 's/amount > 0/amount > 1/' schema/order.yaml
    deploy third
    expect_exit 0 pleat -d production log shop.order
    expect_match '  third  \[[0-9a-f]{12} (expand|contract).*\]  \(production\)$'
    expect_match '  second  \[[0-9a-f]{12} expand\]$'
    expect_match '  first  \[[0-9a-f]{12} expand\]$'
    expect_match '^production has the newest version, by its revisions$'
    expect_equal 'first' "$(subjects shop.order.amount)"
    expect_equal 'second' "$(subjects note)"
    expect_equal "$(printf 'third\nfirst')" "$(subjects positive)"
    expect_equal 'first' "$(subjects shop.order_amount)"
    expect_exit 0 pleat -d production log note
    expect_equal 1 "$(grep -c '\[' "$OUT")"
    expect_match '  second  \[[0-9a-f]{12} expand\]  \(production\)$'
    expect_exit 0 pleat -d stage log note
    expect_match '^stage has applied no revision that carried it$'
}

case_blame() {
    project
    printf 'tables:\n  shop.t:\n    columns:\n      a: integer\n      b: text\n' >schema/t.yaml
    deploy first
    sed -i 's/b: text/b: varchar/' schema/t.yaml
    commit second
    sed -i 's/b: varchar/b: varchar\n      c: text/' schema/t.yaml
    expect_exit 0 pleat blame schema/t.yaml
    expect_match '^0000000  not committed  -  2: table shop.t$'
    expect_match "^$(git rev-parse --short=7 HEAD~1)  [-0-9]{10}  Test  [0-9a-f]{12}  4: column shop.t.a$"
    expect_match "^$(git rev-parse --short=7 HEAD)  [-0-9]{10}  Test  -  5: column shop.t.b$"
    expect_match '^0000000  not committed  -  6: column shop.t.c$'
    expect_exit 2 pleat blame pleat.yaml
    expect_match 'pleat.yaml declares nothing'
}

case_names() {
    project
    mkdir views
    { total 'a'; printf 'create function shop.total(a text) returns int language sql as $$ select 1 $$;\n'; } >functions/total.sql
    printf 'tables:\n  shop.total:\n    columns: {id: integer, day: date}\n  shop.rest:\n    columns: {id: integer}\n' >schema/tables.yaml
    commit first
    expect_exit 2 pleat log --offline total
    expect_match '"total" is ambiguous: .*table shop.total'
    expect_match 'function shop.total\(integer\), function shop.total\(text\)'
    expect_match 'hint: say one of them'
    expect_exit 0 pleat log --offline 'table total'
    expect_exit 0 pleat log --offline 'function shop.total(text)'
    expect_exit 0 pleat log --offline 'total(int4)'
    expect_exit 2 pleat log --offline id
    expect_match 'column shop.total.id, column shop.rest.id|column shop.rest.id, column shop.total.id'
    expect_exit 0 pleat log --offline rest.id
    expect_exit 0 pleat log --offline day
    expect_exit 2 pleat log --offline shop.totl
    expect_match 'nothing is called "shop.totl"'
    expect_match 'did you mean "shop.total'
}

case_names_in_quotes() {
    project
    printf 'create function shop."To ""Tal"(a int) returns int language sql as $$ select 1 $$;\n' >functions/total.sql
    printf 'create function shop.total(a int) returns int language sql as $$ select 1 $$;\n' >>functions/total.sql
    commit first
    for name in 'shop."To ""Tal"(int)' 'shop."To ""Tal"' '"To ""Tal"' 'To "Tal' 'function shop."To ""Tal"(integer)'; do
        expect_equal first "$(subjects "$name")"
        expect_match '^function shop."To ""Tal"\(integer\)'
    done
    expect_equal first "$(subjects '"total"')"
    git rm -q functions/total.sql
    commit second
    expect_equal 'second  [dropped]' "$(subjects 'shop."To ""Tal"' | head -1)"
}

# What git is told to ignore is in the work tree all the same.
case_a_file_that_git_ignores() {
    project
    total a >functions/total.sql
    commit first
    git rm -q --cached functions/total.sql
    echo functions/ >.gitignore
    commit second
    expect_exit 0 pleat log --offline total
    expect_match '^work tree, not committed$'
    expect_exit 0 pleat blame functions/total.sql
    expect_match '^0000000  not committed  -  1: function shop.total\(integer\)$'
}

case_what_cannot_be_read_is_left_out() {
    project
    printf 'tables:\n  shop.t:\n    columns: {a: integer}\n' >schema/t.yaml
    commit first
    printf 'tables:\n  shop.t: {{\n' >schema/t.yaml
    commit broken
    printf 'tables:\n  shop.t:\n    columns: {a: integer}\n' >schema/t.yaml
    commit mended
    printf 'tables:\r\n  shop.t:\r\n    columns: {a: integer}\r\n' >schema/t.yaml
    commit "other line ends"
    printf 'version https://git-lfs.github.com/spec/v1\noid sha256:%064d\nsize 12\n' 1 >schema/t.yaml
    commit lfs
    printf 'tables:\n  shop.t:\n    columns: {a: bigint}\n' >schema/t.yaml
    commit second
    expect_equal "$(printf 'second\nfirst')" "$(subjects shop.t)"
    expect_match 'schema/t.yaml of commit [0-9a-f]{12} is left out: .*LFS'
}

# What was imported later than the work went on, as "git replace --graft" joins it.
case_a_history_that_was_joined_later() {
    project
    total 'a' >functions/total.sql
    commit 'of old'
    local old=$(git rev-parse HEAD)
    git checkout -q --orphan anew
    total 'a + 1' >functions/total.sql
    commit 'begin anew'
    total 'a + 2' >functions/total.sql
    commit 'go on'
    expect_equal $'go on\nbegin anew' "$(subjects total)"
    git replace --graft HEAD~1 "$old"
    expect_equal $'go on\nbegin anew\nof old' "$(subjects total)"
    expect_equal $'go on\nbegin anew' "$(GIT_NO_REPLACE_OBJECTS=1 subjects total)"
    git config core.useReplaceRefs false
    expect_equal $'go on\nbegin anew' "$(subjects total)"
}

case_without_all_of_git() {
    project
    total 'a' >functions/total.sql
    rm -rf .git
    expect_exit 2 pleat log total
    expect_match 'in no git repository'
    git init -q
    expect_exit 0 pleat log --offline total
    expect_match '^work tree, not committed$'
    commit first
    total 'a + 1' >functions/total.sql
    commit second
    git clone -q --depth 1 "file://$PWD" "$CASE_DIR.clone"
    expect_exit 0 pleat -C "$CASE_DIR.clone" log --offline total
    expect_match 'this is a shallow clone'
    expect_match '  second$'
    git clone -q --no-checkout --filter=blob:none "file://$PWD" "$CASE_DIR.partial"
    rm -rf "$CASE_DIR.clone" "$CASE_DIR.partial"
}

# libgit2 with mbedTLS would read all certificates of the system when it begins.
case_no_certificates_are_read() {
    project
    total 'a' >functions/total.sql
    commit first
    LD_DEBUG=bindings pleat log --offline total 2>bindings >/dev/null
    grep -q 'libgit2.* git\|to .*libgit2' bindings || fail "no binding of libgit2 was told"
    if grep "binding file .*libgit2.*mbedtls_x509_crt_parse_file" bindings | grep -v "to pleat "; then
        fail "git's certificates are read"
    fi
}

run_cases "$@"
