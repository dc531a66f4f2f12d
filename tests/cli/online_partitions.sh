#!/usr/bin/env bash
# Indexes, keys and constraints of partitioned tables: made in each partition that there is, and how what is not known of these comes out.
. "$(dirname "$0")/lib.sh"

declare_crash() {
    {
        printf 'tables:\n  crash:\n    columns: {id: bigint not null, day: date not null, signature: text, build: integer}\n'
        printf '    partition_by: range (day)\n    partitions: unmanaged\n'
        printf '    %s\n' "$@"
    } >schema/crash.yaml
}

# A project with this table; its database $db has partitions that no revision knows, some with partitions of their own.
crash_project() {
    new_db db
    printf 'databases:\n  test: "%s"\ndefault: test\n' "$(url "$db")" >pleat.yaml
    mkdir schema
    declare_crash "$@"
    git_project
    expect_exit 0 pleat revision --autogenerate -m baseline --rev-id a1
    commit baseline
    expect_exit 0 pleat upgrade head
    psql_do "$db" "create table crash_1 partition of crash for values from ('2026-01-01') to ('2026-02-01');
                   create table crash_2 partition of crash for values from ('2026-02-01') to ('2026-03-01')
                       partition by hash (build);
                   create table crash_2a partition of crash_2 for values with (modulus 2, remainder 0);
                   create table crash_2b partition of crash_2 for values with (modulus 2, remainder 1);
                   insert into crash select n, date '2026-01-01' + n % 59, 's' || n % 7, n from generate_series(1, 900) n"
}

change_crash() {
    declare_crash "$@"
    expect_exit 0 pleat revision --autogenerate -m change --rev-id b1
    commit change
}

# The tree's indexes by name, "!" behind what is not valid.
indexes() {
    psql_do "$db" "select string_agg(c.relname || case when i.indisvalid then '' else '!' end, ' ' order by c.relname collate \"C\")
                   from pg_index i join pg_class c on c.oid = i.indexrelid
                   where i.indrelid in (select relid from pg_partition_tree('crash'))"
}

until_true() {
    local tries
    for tries in {1..600}; do
        [ "$(psql_do "$db" "$1")" != t ] || return 0
        sleep 0.05
    done
    fail "never true: $1"
}

# Writers of all partitions until there is a file "done"; a lock that would make one wait longer than its time ends it.
write_on() {
    while [ ! -e done ]; do
        psql_do "$db" "set lock_timeout = '5s'; update crash set signature = 's' || id % 5 where id % 9 = $((RANDOM % 9))"
    done >writes 2>&1
}

case_each_partition_is_built_by_itself() {
    crash_project
    change_crash 'indexes: {by_signature: (signature), by_build: {unique: true, definition: "(build, day)"}}'
    expect_no_match 'crash_[12]' <(cat revisions/*_b1*)
    expect_match 'CREATE INDEX CONCURRENTLY ON \{partition\} \(signature\)' <(cat revisions/*_b1*)
    write_on &
    expect_exit 0 pleat upgrade expand@head
    expect_equal 'by_signature crash_1_signature_idx crash_2_signature_idx crash_2a_signature_idx crash_2b_signature_idx' "$(indexes)"
    psql_do "$db" "create table crash_3 partition of crash for values from ('2026-03-01') to ('2026-04-01')"
    expect_exit 0 pleat upgrade contract@head
    touch done
    wait
    expect_no_match ERROR writes
    expect_match '^crash_2b_build_day_idx$' <(indexes | tr ' ' '\n')
    expect_no_match '!' <(indexes)
    expect_exit 0 pleat check
    expect_exit 0 pleat downgrade contract@-1
    expect_exit 0 pleat downgrade expand@-1
    expect_equal '' "$(indexes)"
}

# A build that failed leaves an index behind that nobody named; what a partition has already serves as it is.
case_it_goes_on_where_it_stopped() {
    crash_project
    psql_do "$db" "create unique index by_hand on crash_1 (id, build, day); insert into crash select * from crash_2b limit 1"
    change_crash 'indexes: {by_id: {unique: true, definition: "(id, build, day)"}}'
    expect_exit 0 pleat upgrade expand@head
    expect_exit 3 pleat upgrade contract@head
    expect_match 'crash_2b'
    expect_equal 'by_hand crash_2a_id_build_day_idx' "$(indexes)"
    psql_do "$db" "delete from crash where ctid = (select max(ctid) from crash_2b)"
    expect_exit 0 pleat upgrade contract@head
    expect_equal 'by_hand by_id crash_2_id_build_day_idx crash_2a_id_build_day_idx crash_2b_id_build_day_idx' "$(indexes)"
}

# It was built, and the run ended before it could write so down.
case_what_was_built_is_found() {
    crash_project
    change_crash 'indexes: {by_signature: (signature)}'
    expect_exit 0 pleat upgrade expand@head
    psql_do "$db" "delete from pleat.version where id like 'b1%'; delete from pleat.journal where kind <> 'partition' and revision like 'b1%';
                   update pleat.journal set state = 'started' where key = 'public.crash_2a'; drop index by_signature;
                   create index on crash_1 (signature); create index on crash_2a (signature); create index on crash_2b (signature)"
    expect_exit 0 pleat upgrade expand@head
    expect_equal 'by_signature crash_1_signature_idx crash_2_signature_idx crash_2a_signature_idx crash_2b_signature_idx' "$(indexes)"
}

# The server builds on for a run that was killed; the next one waits for that, and takes what has come of it.
case_killed_while_it_builds() {
    crash_project
    change_crash 'indexes: {by_signature: (signature)}'
    PGAPPNAME=blocker psql_do "$db" "begin; update crash_2a set signature = 't'; select pg_sleep(60)" >/dev/null 2>&1 &
    until_true "select exists (select from pg_locks where relation = 'crash_2a'::regclass and mode = 'RowExclusiveLock')"
    pleat upgrade expand@head >log 2>&1 &
    until_true "select exists (select from pg_stat_activity where query ~ 'CONCURRENTLY ON public.crash_1' and wait_event_type = 'Lock')"
    kill -KILL $!
    psql_do "$db" "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'blocker'" >/dev/null
    expect_exit 0 pleat upgrade expand@head
    expect_equal 'by_signature crash_1_signature_idx crash_2_signature_idx crash_2a_signature_idx crash_2b_signature_idx' "$(indexes)"
}

case_the_old_index_serves_until_the_contract() {
    crash_project 'indexes: {by_signature: (signature)}'
    change_crash 'indexes: {by_signature: (signature) where build > 3}'
    expect_exit 0 pleat upgrade expand@head
    expect_equal 'by_signature crash_1_signature_idx crash_1_signature_idx1 crash_2_signature_idx crash_2_signature_idx1 crash_2a_signature_idx crash_2a_signature_idx1 crash_2b_signature_idx crash_2b_signature_idx1 pleat_old_by_signature' "$(indexes)"
    expect_exit 0 pleat upgrade contract@head
    expect_equal 'by_signature crash_1_signature_idx crash_2_signature_idx crash_2a_signature_idx crash_2b_signature_idx' "$(indexes)"
    expect_exit 0 pleat check
    expect_exit 0 pleat downgrade contract@-1
    expect_exit 0 pleat downgrade expand@-1
    expect_equal 'by_signature crash_1_signature_idx crash_2_signature_idx crash_2a_signature_idx crash_2b_signature_idx' "$(indexes)"
    expect_equal 0 "$(psql_do "$db" "select count(*) from pg_indexes where indexdef ~ 'build > 3'")"
}

# Nobody who writes is in the way of it for long, nor it of them; what is found at last needs no look at the rows.
case_keys_and_constraints() {
    crash_project
    sed -i 's/signature: text/signature: text not null/' schema/crash.yaml
    cat >>schema/crash.yaml <<'END'
    primary_key: [id, day, build]
    checks: {built: build > 0}
    foreign_keys: {made_by: (build) references build (id)}
  build: {columns: {id: integer not null}, primary_key: [id]}
END
    sed -i 's/build: integer/build: integer not null/' schema/crash.yaml
    expect_exit 0 pleat revision --autogenerate -m change --rev-id b1
    commit change
    expect_exit 0 pleat upgrade expand@head
    psql_do "$db" "insert into build select generate_series(1, 900)"
    write_on &
    expect_exit 0 pleat upgrade contract@head
    touch done
    wait
    expect_no_match ERROR writes
    expect_equal 'crash_1_pkey crash_2_pkey crash_2a_pkey crash_2b_pkey crash_pkey' "$(indexes)"
    expect_equal '4 4 0' "$(psql_do "$db" "select count(*) filter (where contype = 'f' and conparentid <> 0) || ' ' ||
        count(*) filter (where contype = 'c' and conrelid <> 'crash'::regclass) || ' ' || count(*) filter (where not convalidated)
        from pg_constraint where conrelid in (select relid from pg_partition_tree('crash')) and contype in ('f', 'c')")"
    expect_exit 0 pleat check
    expect_exit 0 pleat downgrade contract@-1
    expect_exit 0 pleat downgrade expand@-1
    expect_equal '' "$(indexes)"
}

# What --sql prints runs in psql.
case_as_a_script() {
    crash_project
    change_crash 'indexes: {by_signature: (signature)}'
    expect_exit 0 pleat upgrade a1:expand@head --sql
    psql -X -q -v ON_ERROR_STOP=1 -d "$db" -f "$OUT"
    expect_equal 'by_signature crash_1_signature_idx crash_2_signature_idx crash_2a_signature_idx crash_2b_signature_idx' "$(indexes)"
    expect_exit 0 pleat check
}

case_an_index_that_lacks_its_parts_is_told_and_made_whole() {
    crash_project 'indexes: {by_build: (build)}'
    psql_do "$db" "drop index by_build; create index by_build on only crash (build); create index on crash_1 (build);
                   alter index by_build attach partition crash_1_build_idx"
    expect_equal 'by_build! crash_1_build_idx' "$(indexes)"
    expect_exit 1 pleat check
    expect_match 'index public.crash.by_build: differs: invalid' "$OUT"
    expect_exit 0 pleat revision --autogenerate -m whole
    expect_exit 2 pleat upgrade head
    expect_match 'have drifted: public.crash' "$ERR"
    expect_exit 2 pleat upgrade head --allow-drift
    expect_match 'indexes: public.by_build on public.crash is not valid' "$ERR"
    expect_exit 0 pleat upgrade head --allow-drift --override 'it is built anew'
    expect_equal 'by_build crash_1_build_idx crash_2_build_idx crash_2a_build_idx crash_2b_build_idx' "$(indexes)"
    expect_exit 0 pleat check
}

run_cases "$@"
