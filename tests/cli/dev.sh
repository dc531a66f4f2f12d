#!/usr/bin/env bash
# The embedded database of a project: pleat dev start, stop, url, psql.
. "$(dirname "$0")/lib.sh"

project() {
    mkdir "$1"
    expect_exit 0 pleat init "$1"
}

case_start_url_psql_stop() {
    local url
    project p
    cd p
    expect_exit 0 pleat dev url
    url=$(cat "$OUT")
    expect_match 'does not run'
    ! psql -X -c "select 1" "$url" >/dev/null 2>&1 || fail "a server before it was started"
    expect_exit 0 pleat dev start
    expect_equal "$url" "$(cat "$OUT")"
    expect_exit 0 pleat dev start
    expect_equal "$url" "$(cat "$OUT")"
    expect_exit 0 pleat dev url
    expect_no_match 'does not run'
    expect_equal 1 "$(psql -X -A -t -c "select 1" "$url")"
    expect_exit 0 pleat dev psql -- -X -A -t -c "select 'a b' || ' -c'"
    expect_match '^a b -c$'
    expect_exit 1 pleat dev psql -- -X -c "select 1 / 0"
    expect_exit 0 pleat dev stop
    ! psql -X -c "select 1" "$url" >/dev/null 2>&1 || fail "a server after it was stopped"
    expect_exit 0 pleat dev stop
    expect_exit 0 pleat dev url
    expect_match 'does not run'
}

case_data_are_kept() {
    project p
    cd p
    expect_exit 0 pleat revision --autogenerate -m first
    expect_exit 0 pleat upgrade head
    expect_exit 0 pleat dev psql -- -c "insert into greeting (text) values ('Hello')"
    expect_exit 0 pleat dev stop
    # whatever needs the database starts it
    expect_exit 0 pleat check
    expect_match '^in sync$'
    expect_exit 0 pleat dev psql -- -X -A -t -c "select greet('you')"
    expect_match '^Hello, you$'
    expect_exit 0 pleat dev stop
    expect_exit 0 pleat dev start
    expect_exit 0 pleat current --check-heads
    expect_exit 0 pleat dev stop
}

# Killed, as by a machine that goes down: the next start recovers.
case_a_server_that_was_killed() {
    local pid data
    project p
    cd p
    expect_exit 0 pleat dev start
    expect_exit 0 pleat dev psql -- -c "create table kept as select 42 as answer" -c checkpoint
    data=$(psql -X -A -t -c "show data_directory" "$(pleat dev url)")
    pid=$(head -1 "$data/postmaster.pid")
    kill -KILL "$pid"
    sleep 0.5
    expect_exit 0 pleat dev start
    expect_exit 0 pleat dev psql -- -X -A -t -c "select answer from kept"
    expect_match '^42$'
    expect_exit 0 pleat dev stop
}

case_each_project_has_its_own() {
    project one
    project two
    (cd one && pleat dev start && pleat dev psql -- -c "create table only_one ()")
    (cd two && pleat dev start)
    cd two
    expect_exit 0 pleat dev psql -- -X -A -t -c "select to_regclass('only_one') is null"
    expect_match '^t$'
    expect_exit 0 pleat dev stop
    cd ../one
    expect_exit 0 pleat dev psql -- -X -A -t -c "select to_regclass('only_one') is null"
    expect_match '^f$'
    # one cluster a project, whatever the path that leads to it
    ln -s "$PWD" ../alias
    cd ../alias
    expect_exit 0 pleat dev psql -- -X -A -t -c "select to_regclass('only_one') is null"
    expect_match '^f$'
    expect_exit 0 pleat dev stop
}

case_words_that_dev_does_not_know() {
    project p
    expect_exit 2 pleat -C p dev
    expect_exit 2 pleat -C p dev restart
    expect_match 'no "dev restart": start, stop, url or psql'
    expect_exit 2 pleat dev start
    expect_match 'no pleat.yaml'
    expect_exit 0 pleat -C p dev stop
}

# The server outlives pleat, but is none of the terminal's business.
case_start_does_not_hold_the_terminal() {
    project p
    cd p
    # a pipe ends only when everybody who holds it has ended
    timeout 60 bash -c 'pleat dev start | cat' >/dev/null || fail "the server holds standard output"
    timeout 60 bash -c 'pleat dev start 2>&1 | cat' >/dev/null || fail "the server holds standard error"
    expect_exit 0 pleat dev stop
}

run_cases "$@"
