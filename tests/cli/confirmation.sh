#!/usr/bin/env bash
# docs/confirmation.md: what is asked there is said by the revision or by lint, in the words that stand there.
. "$(dirname "$0")/lib.sh"

PAGE=$(cd "$(dirname "$0")/../../docs" && pwd)/confirmation.md

before() {
    cat <<'END'
CREATE EXTENSION tcn;
CREATE TABLE gone (a int);
CREATE TABLE computed (a int, twice int);
CREATE TABLE t (id int PRIMARY KEY, dropped int, narrow bigint, short varchar(20), list int[]);
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TYPE mood AS ENUM ('x', 'y');
CREATE TABLE m (id int PRIMARY KEY, m mood, plus positive);
CREATE TYPE place AS (x int, y int);
CREATE TYPE growing AS (x int);
CREATE TABLE c (id int PRIMARY KEY, at place, size growing);
CREATE TABLE booked (room int, during int4range);
CREATE TABLE logged (a int);
CREATE TABLE upper (a int);
CREATE TABLE lower () INHERITS (upper);
CREATE TABLE above (a int);
CREATE TABLE heir () INHERITS (above);
CREATE TABLE secret (a int);
CREATE TABLE keyless (a int);
CREATE SEQUENCE counter;
CREATE SEQUENCE gone_counter;
CREATE PUBLICATION feed FOR TABLE t;
END
}

after() {
    cat <<'END'
CREATE TABLE computed (a int, twice int GENERATED ALWAYS AS (a * 2) STORED);
CREATE TABLE t (id int PRIMARY KEY, narrow int, short varchar(10), list int[]);
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TYPE mood AS ENUM ('x');
CREATE TABLE m (id int PRIMARY KEY, m mood, plus positive);
CREATE TYPE place AS (x int);
CREATE TYPE growing AS (x int, y int);
CREATE TABLE c (id int PRIMARY KEY, at place, size growing);
CREATE TABLE booked (room int, during int4range, n positive, EXCLUDE USING gist (during WITH &&));
CREATE UNLOGGED TABLE logged (a int);
CREATE TABLE upper (a bigint);
CREATE TABLE lower () INHERITS (upper);
CREATE TABLE above (a int);
CREATE TABLE heir (a int);
CREATE TABLE secret (a int);
ALTER TABLE secret ENABLE ROW LEVEL SECURITY;
CREATE TABLE keyless (a int);
CREATE SEQUENCE counter AS smallint;
CREATE PUBLICATION feed FOR TABLE keyless;
END
}

# The words in code of the table's last column.
words_of_page() {
    sed -n 's/^|.*| \(`.*`\) |$/\1/p' "$PAGE" | grep -o '`[^`]*`' | tr -d '`'
}

case_what_is_asked_is_said() {
    local words
    new_db now
    new_db wanted
    psql_do "$now" "$(before)" >/dev/null 2>&1
    psql_do "$wanted" "$(after)" >/dev/null 2>&1
    expect_exit 0 pleat reflect -d "$(url "$now")" --out .
    git_project
    expect_exit 0 pleat -d "$(url "$now")" stamp head
    rm -r schema
    expect_exit 0 pleat reflect -d "$(url "$wanted")" --out . --no-revision
    expect_exit 0 pleat -d "$(url "$now")" revision --autogenerate -m change --rev-id b1
    { pleat lint revisions/*_b1* || true; cat revisions/*_b1*; } >said 2>&1
    expect_equal t "$([ "$(words_of_page | wc -l)" -ge 15 ] && echo t)"
    while read -r words; do
        grep -q -F -e "$words" said || fail "nothing says \"$words\": $(cat said)"
    done < <(words_of_page)
}

run_cases "$@"
