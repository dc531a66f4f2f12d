#!/usr/bin/env bash
# Backfills that mind what they do to others: how large their batches become, and replicas that are behind.
. "$(dirname "$0")/lib.sh"

# A table of so many rows and a revision that fills a column of it; "run: {...}" of the configuration.
filling_project() {
    new_db db
    psql_do "$db" "create table t (id int primary key, n int); insert into t select generate_series(1, $1);
                   create table batch (id serial);
                   create function count_batch() returns trigger language plpgsql as
                     'begin insert into batch default values; return null; end';
                   create trigger counts after update on t for each statement execute function count_batch()"
    printf 'databases:\n  test: "%s"\ndefault: test\nrun: {%s}\n' "$(url "$db")" "$2" >pleat.yaml
    mkdir revisions
    cat >revisions/f1.sql <<'END'
-- pleat: revision f1 expand
-- pleat: message fill
\set ON_ERROR_STOP on
-- pleat: backfill public.t
UPDATE public.t SET n = 1 WHERE n IS NULL AND /*range*/ true;
\quit
-- pleat: downgrade
END
}

batches() {
    expect_exit 0 pleat upgrade head
    expect_equal 0 "$(psql_do "$db" 'select count(*) from t where n is null')"
    psql_do "$db" 'select count(*) from batch'
}

case_batches_become_as_large_as_their_time_allows() {
    filling_project 1000 'backfill_batch: 10, backfill_time: 60s'
    expect_equal 7 "$(batches)" # 10, 20, 40, ...
}

case_batches_stay_as_they_are() {
    filling_project 95 'backfill_batch: 10, backfill_time: 0s'
    expect_equal 10 "$(batches)"
}

case_batches_become_small() {
    filling_project 40 'backfill_batch: 8, backfill_time: 1ms'
    psql_do "$db" "create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(0.01); return new; end';
                   create trigger slow before update on t for each row execute function slow()"
    [ "$(batches)" -gt 20 ] || fail "they did not" # 8, 4, 2, 1, 1, ...
}

as_server_user() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        (cd / && "$@")
    fi
}

# A standby of the tests' server: what it replays is replayed when replay_goes_on.
make_standby() {
    bin=$(cat "$PLEAT_TEST_RUN/pg.bin")
    standby=$(as_server_user mktemp -d /tmp/pls.XXXXXX)
    psql_do postgres "do \$\$ begin create role standby login replication; exception when duplicate_object then end \$\$"
    as_server_user "$bin/pg_basebackup" -h "$PGHOST" -U standby -D "$standby" -X stream -c fast -R \
        -d "application_name=replica_of_the_test" >/dev/null
    as_server_user "$bin/pg_ctl" -D "$standby" -w -s -o "-p 5433 -c allow_in_place_tablespaces=on" -l "$standby/log" start || { cat "$standby/log"; false; }
    trap 'as_server_user "$bin/pg_ctl" -D "$standby" -m immediate -s stop; rm -rf "$standby"' EXIT
}

on_standby() {
    psql -X -q -A -t -p 5433 -d postgres -c "$1"
}

wait_until() {
    local try
    for try in $(seq 300); do
        ! "$@" || return 0
        sleep 0.1
    done
    fail "it never came: $*"
}

case_a_replica_that_is_behind_is_waited_for() {
    filling_project 40 'backfill_batch: 1, backfill_time: 0s, max_lag: 100ms'
    psql_do "$db" "create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(0.05); return new; end';
                   create trigger slow before update on t for each row execute function slow()"
    make_standby
    on_standby 'select pg_wal_replay_pause()'
    pleat upgrade head >run.log 2>&1 &
    wait_until grep -q 'waiting for replica_of_the_test to replay what was written more than 0.1 s ago (run.max_lag)' run.log
    [ "$(psql_do "$db" 'select count(*) from t where n is null')" -gt 0 ] || fail "it went on to the end"
    on_standby 'select pg_wal_replay_resume()'
    wait $!
    expect_equal 0 "$(psql_do "$db" 'select count(*) from t where n is null')"
    # Nor where nobody wants it.
    expect_exit 0 pleat downgrade -1
    psql_do "$db" 'update t set n = null where id = 1'
    sed -i 's/max_lag: 100ms/max_lag: 0s/' pleat.yaml
    on_standby 'select pg_wal_replay_pause()'
    expect_exit 0 pleat upgrade head
    expect_no_match 'waiting for'
}

run_cases
