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

project() {
    new_db it
    mkdir schema functions views
    printf 'databases:\n  it: "%s"\nschemas: [shop]\n' "$(url "$it")" >pleat.yaml
    printf 'schemas:\n  shop: {}\n' >schema/shop.yaml
    git init -q -b main
}

# revise ID: commits, writes a revision of that id, applies it and commits again.
revise() {
    commit "$1"
    pleat revision --autogenerate -m "$1" --rev-id "$1" >/dev/null 2>&1 && pleat -q upgrade head --both-phases && commit "revision $1"
}

# The prior bodies in a revision's files say where they come from: FILE, or "the database...".
origins() {
    sed -n 's/^-- prior body: \([^,;]*\).*/\1/p' revisions/*_"$1"_* revisions/*_"$1"c_* 2>/dev/null | sort | uniq -c | sed 's/^ *//'
}

# What the server has of a view is not what its author wrote, nor does a body tell its routine's head or arguments:
# the version of the last revision is meant, not the newest one.
case_what_no_body_tells() {
    project
    cat >functions/f.sql <<'END'
create function shop.f(a int) returns int language sql stable as $$ select a $$;
create function shop.over(a int) returns text language sql as $$ select 'x' $$; -- the layout
create function shop.over(a   text)   returns text language sql as $$ select 'x' $$;
create aggregate shop.agg(int) (sfunc = int4pl, stype = int, initcond = '0');
create function shop.atomic(a int) returns int language sql begin atomic select a +   1; end;
END
    echo 'create view shop.v as select 1   as a;' >views/v.sql
    echo 'create materialized view shop.m as select 1   as a;' >views/m.sql
    revise one
    sed -i "s/stable/immutable/; s/'x'/'y'/; s/'0'/'5'/; s/+   1/+ 2/" functions/f.sql
    echo 'create view shop.v as select 1   as a, 2 as b;' >views/v.sql
    echo 'create materialized view shop.m as select 2   as a;' >views/m.sql
    commit "between revisions"
    sed -i "s/immutable/immutable strict/; s/'y'/'z'/; s/'5'/'7'/; s/+ 2/+ 3/" functions/f.sql
    echo 'create view shop.v as select 1   as a, 2 as b, 3 as c;' >views/v.sql
    echo 'create materialized view shop.m as select 3   as a;' >views/m.sql
    pleat diff --sql --down down.sql >/dev/null
    ! grep -q '3 as' down.sql || fail "without a proof, the way back leads to what is declared now: $(cat down.sql)"
    revise two
    expect_equal "$(printf '5 functions/f.sql\n1 views/m.sql\n1 views/v.sql')" "$(origins two)"
    grep -qF 'or replace function shop.over(a   text)   returns text' revisions/*_two_* || fail "not as it was written"
    dump "$it" >two
    pleat -q downgrade contract@-1 && pleat -q downgrade expand@-1
    pleat -q upgrade head --both-phases
    dump "$it" >again
    diff two again
}

# What names without a schema mean is told by the file, not by the schema of what it declares.
case_types_of_another_schema() {
    new_db it
    mkdir schema functions
    printf 'databases:\n  it: "%s"\nschemas: [public, shop]\n' "$(url "$it")" >pleat.yaml
    printf 'schemas:\n  shop: {}\ntypes:\n  public.mood: {enum: [good, bad]}\n' >schema/shop.yaml
    git init -q -b main
    echo 'create function shop.f(a   mood) returns mood language sql as $$ select a $$;' >functions/f.sql
    revise one
    sed -i 's/select a/& limit 1/' functions/f.sql
    revise two
    expect_equal '1 functions/f.sql' "$(origins two)"
    expect_match '^create or replace function shop.f\(a   mood\) returns mood language sql as \$\$ select a \$\$;$' revisions/*_two_*
}

# Where git was cut, or is not there, revisions still have what they ran, as its author wrote it; nobody is told of a
# change by hand that was none.
case_from_revisions_where_git_has_nothing() {
    project
    printf 'create function shop."To Tal"(a   int) returns int\n  language sql as $$ select a $$;\ncreate function shop."To Tal"(a   text) returns int language sql as $$ select 7 $$;\n' >functions/total.sql
    echo 'create view shop.v as select 1   as a;' >views/v.sql
    revise one
    sed -i 's/select a/& + 1/' functions/total.sql
    echo 'create view shop.v as select 1   as a, 2 as b;' >views/v.sql
    commit two
    git clone -q --depth 1 "file://$PWD" "$CASE_DIR/cut"
    mkdir none
    cp -r pleat.yaml schema functions views revisions none
    GIT_CEILING_DIRECTORIES=$CASE_DIR
    export GIT_CEILING_DIRECTORIES
    for place in cut none; do
        cd "$CASE_DIR/$place"
        [ "$place" = cut ] || expect_exit 2 pleat log --offline shop.v
        expect_exit 0 pleat revision --autogenerate -m two --rev-id two
        expect_no_match 'way back restores'
        expect_equal '2 revision one' "$(origins two)"
        expect_match '^create or replace function shop."To Tal"\(a   int\) returns int$' revisions/*_two_*
        expect_match '^create or replace view shop.v as select 1   as a;$' revisions/*_two_*
        rm revisions/*_two_*
    done
    cd "$CASE_DIR/cut"
    expect_exit 0 pleat log 'shop."To Tal"(int)'
    expect_match '  two$'
    expect_match '^it has an unknown body: it may be older than this shallow clone$'
    # What was changed by hand is told as what it may be.
    psql_do "$it" "create or replace function shop.\"To Tal\"(a int) returns int language sql as 'select 5'"
    expect_exit 0 pleat revision --autogenerate -m two --rev-id two
    expect_match 'that this shallow clone \(git fetch --unshallow\) does not have: the way back restores it'
    pleat -q upgrade head && pleat -q downgrade expand@-1
    expect_equal 'select 5' "$(psql_do "$it" "select prosrc from pg_proc where proname = 'To Tal' order by 1 desc limit 1")"
}

# Only the routine that was changed by hand comes from the database; the closest version is shown beside it.
case_a_hot_fix() {
    project
    printf 'create function shop.total(a int) returns int language sql stable as $$\n  select a\n    + 1\n$$;\n' >functions/total.sql
    sed 's/total/other/' functions/total.sql >functions/other.sql
    revise one
    sed -i 's/+ 1/+ 2/' functions/*.sql
    revise two
    psql_do "$it" "create or replace function shop.total(a int) returns int language sql stable as 'select a
    + 1
    + 77'"
    expect_exit 0 pleat log total
    expect_match '^it has an unknown body: git has no version of it$'
    sed -i 's/+ 2/+ 3/' functions/*.sql
    commit "change both"
    expect_exit 0 pleat revision --autogenerate -m three --rev-id three
    expect_match '^the database runs a body of function shop.total\(integer\) that git does not have: the way back restores it$'
    expect_match '^  closest is functions/total.sql, blob [0-9a-f]{7}, commit [0-9a-f]{7} \([-0-9]+\):$'
    expect_match '^\+    \+ 77$'
    expect_equal "$(printf '1 functions/other.sql\n1 the database: git has no version with this body')" "$(origins three)"
    pleat -q upgrade head
    printf 'tables:\n  shop.t:\n    columns: {a: integer}\n' >schema/t.yaml
    revise four
    pleat -q downgrade three && pleat -q downgrade two
    expect_equal "$(printf 'select a\n    + 1\n    + 77')" "$(psql_do "$it" "select prosrc from pg_proc where proname = 'total'")"
}

# Of a view, too, though only a proof shows that none of git's versions is the one.
case_a_view_changed_by_hand() {
    project
    local column
    for column in 1 2 3; do
        echo "create view shop.v as select 1   as a, $column as b;" >views/v.sql
        revise "n$column"
    done
    psql_do "$it" "create or replace view shop.v as select 1 as a, 2 as b where 7 > 5"
    echo 'create view shop.v as select 1   as a, 4 as b, 5 as c;' >views/v.sql
    commit "four"
    expect_exit 0 pleat revision --autogenerate -m four --rev-id four
    expect_match '^the database has another view shop.v than git: the way back restores it$'
    expect_match '^  closest is views/v.sql, blob [0-9a-f]{7}, commit [0-9a-f]{7} \([-0-9]+\):$'
    expect_match '^\+  WHERE \(7 > 5\)$'
    expect_no_match 'No newline'
    expect_match "^-- prior body: the database: what git has differs from it; closest is views/v.sql, blob $(git rev-parse --short=7 "$(git log --format=%h --grep='^n2$'):views/v.sql")," \
        "$(echo revisions/*_four_*)"
    pleat -q upgrade head && pleat -q downgrade expand@-1
    expect_equal 7 "$(psql_do "$it" "select substring(pg_get_viewdef('shop.v') from '[79]')")"
}

# Under its new name no version in git has it; nobody has changed it by hand. Its revisions are told under both names.
case_a_routine_that_is_renamed_and_changed() {
    project
    printf 'create function shop.total(a int) returns int language sql as $$ select a $$;\n' >functions/total.sql
    revise one
    printf -- '-- pleat: renamed_from total\ncreate function shop.sum_up(a int) returns int language sql as $$ select a + 1 $$;\n' \
        >functions/total.sql
    commit "change both"
    expect_exit 0 pleat revision --autogenerate -m two --rev-id two
    expect_no_match 'git does not have'
    expect_equal '1 the database: in git it is still called total' "$(origins two)"
    pleat -q upgrade head --both-phases
    expect_exit 0 pleat log sum_up
    expect_match '  change both  \[two expand, twoc contract\]  \(it\)$'
    expect_match '  one  \[one expand\]$'
}

run_cases "$@"
