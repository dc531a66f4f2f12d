#!/usr/bin/env bash
# Indexes and keys that change while the table is in use: what serves at each landing between the phases.
. "$(dirname "$0")/lib.sh"

declare_booking() {
    {
        printf 'tables:\n  booking:\n    columns:\n      id: bigint not null\n      room: integer not null\n'
        printf '      day: date\n      seat: integer\n'
        printf '    %s\n' "$@"
    } >schema/booking.yaml
}

# A project with this table; its database $db has the baseline and some rows.
booking_project() {
    new_db db
    printf 'databases:\n  test: "%s"\ndefault: test\n' "$(url "$db")" >pleat.yaml
    mkdir schema
    declare_booking "$@"
    git_project
    expect_exit 0 pleat revision --autogenerate -m baseline --rev-id a1
    commit baseline
    expect_exit 0 pleat upgrade head
    psql_do "$db" "insert into booking select n, n % 7, date '2026-01-01' + n, n from generate_series(1, 500) n"
}

change_booking() {
    declare_booking "$@"
    expect_exit 0 pleat revision --autogenerate -m change --rev-id b1
    commit change
}

# The table's indexes, as name and columns; "!" behind what is not valid.
indexes() {
    psql_do "$db" "select string_agg(c.relname || ' ' || substring(pg_get_indexdef(c.oid) from '\(.*') ||
                                     case when i.indisvalid then '' else '!' end, '; ' order by c.relname)
                   from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'booking'::regclass"
}

case_the_old_index_serves_until_the_contract() {
    booking_project 'indexes: {booking_by_room: (room)}'
    change_booking 'indexes: {booking_by_room: "(room, day)"}'
    expect_exit 0 pleat upgrade expand@head
    expect_equal 'booking_by_room (room, day); pleat_old_booking_by_room (room)' "$(indexes)"
    expect_exit 0 pleat upgrade contract@head
    expect_equal 'booking_by_room (room, day)' "$(indexes)"
    expect_exit 0 pleat check
    expect_exit 0 pleat downgrade contract@-1
    expect_equal 'booking_by_room (room, day); pleat_old_booking_by_room (room)' "$(indexes)"
    expect_exit 0 pleat downgrade expand@-1
    expect_equal 'booking_by_room (room)' "$(indexes)"
    expect_exit 0 pleat upgrade heads --both-phases
    expect_exit 0 pleat check
}

# Their names are as long as names can be and differ at the end: what they are called meanwhile differs, too.
case_long_names_are_told_apart() {
    local name
    name=$(printf 'ü%.0s' {1..30})
    booking_project "indexes: {${name}1: (room), ${name}2: (seat)}"
    change_booking "indexes: {${name}1: (day), ${name}2: (id)}" "unique: {${name}3: (seat), ${name}4: (id)}"
    expect_exit 0 pleat upgrade expand@head
    expect_equal 2 "$(psql_do "$db" "select count(*) from pg_class where relname like 'pleat\_old\_%'")"
    expect_exit 0 pleat upgrade contract@head
    expect_exit 0 pleat check
}

# What the old application may still write is not refused before it is gone.
case_an_index_becomes_unique_in_the_contract() {
    booking_project 'indexes: {booking_by_seat: (seat)}'
    change_booking 'indexes: {booking_by_seat: {unique: true, definition: (seat)}}'
    expect_exit 0 pleat upgrade expand@head
    psql_do "$db" "insert into booking values (1000, 1, null, 1)"
    expect_exit 3 pleat upgrade contract@head
    psql_do "$db" "delete from booking where id = 1000"
    expect_exit 0 pleat upgrade contract@head
    expect_equal 'booking_by_seat (seat)' "$(indexes)"
    expect_exit 0 pleat check
}

case_a_key_is_built_while_the_table_is_in_use() {
    booking_project
    change_booking 'primary_key: [id]' 'unique: {booking_seat: (seat)}'
    expect_match 'CREATE UNIQUE INDEX CONCURRENTLY pleat_new_booking_pkey ON public.booking \(id\)' "$(echo revisions/*b1*)"
    expect_exit 0 pleat upgrade contract@head --both-phases
    expect_equal 'booking_pkey (id); booking_seat (seat)' "$(indexes)"
    expect_exit 0 pleat check
    expect_exit 0 pleat downgrade contract@-1
    expect_equal '' "$(indexes)"
}

# Duplicates are found by the build: nothing is there of it afterwards, and when they are gone it runs again.
case_duplicates_stop_the_build() {
    booking_project
    psql_do "$db" "insert into booking values (1, 1, null, 1)"
    change_booking 'primary_key: [id]'
    expect_exit 3 pleat upgrade heads --both-phases
    expect_match 'duplicate|could not create unique index'
    expect_equal '' "$(indexes)"
    psql_do "$db" "delete from booking where day is null"
    expect_exit 0 pleat upgrade heads --both-phases
    expect_equal 'booking_pkey (id)' "$(indexes)"
    expect_exit 0 pleat check
}

# Both keys are in force at every moment: the exchange is one transaction.
case_a_key_changes_under_its_name() {
    booking_project 'primary_key: [id]' 'unique: {booking_seat: (seat)}'
    change_booking 'primary_key: [id, room]' 'unique: {booking_seat: (seat) deferrable}'
    expect_exit 0 pleat upgrade contract@head --both-phases
    expect_equal 'booking_pkey (id, room); booking_seat (seat)' "$(indexes)"
    expect_exit 0 pleat check
    expect_exit 0 pleat downgrade contract@-1
    expect_equal 'booking_pkey (id); booking_seat (seat)' "$(indexes)"
    expect_equal 'f' "$(psql_do "$db" "select condeferrable from pg_constraint where conname = 'booking_seat'")"
}

# A statement that asks which index it runs by would see the table without one: reads never do.
case_reads_find_an_index_all_the_while() {
    booking_project 'indexes: {booking_by_room: (room)}'
    change_booking 'indexes: {booking_by_room: "(room, day)"}'
    (
        while [ ! -e done ]; do
            psql_do "$db" "begin; set local enable_seqscan = off; explain select from booking where room = 3; commit"
        done >plans 2>&1
    ) &
    expect_exit 0 pleat upgrade heads --both-phases
    touch done
    wait
    expect_match 'booking_by_room' plans
    expect_no_match 'Seq Scan|ERROR' plans
}

# A queue whose rows are gone when serial becomes an identity, or the reverse: what was given is not given again.
case_an_id_is_given_once() {
    local kind n=0
    for kind in 'bigserial not null' 'bigint generated by default as identity not null'; do
        echo "tables: {job: {columns: {id: $kind, what: text}, primary_key: [id]}}" >job.yaml.$((++n))
    done
    new_db db
    printf 'databases:\n  test: "%s"\ndefault: test\n' "$(url "$db")" >pleat.yaml
    mkdir schema
    cp job.yaml.1 schema/job.yaml
    expect_exit 0 pleat revision --autogenerate -m first --rev-id a1
    expect_exit 0 pleat upgrade heads --both-phases
    next_id() {
        psql_do "$db" "insert into job (what) values ('x') returning id"
        psql_do "$db" "delete from job"
    }
    expect_equal 1 "$(next_id)"
    expect_equal 2 "$(next_id)"
    cp job.yaml.2 schema/job.yaml
    expect_exit 0 pleat revision --autogenerate -m second --rev-id b1
    expect_exit 0 pleat upgrade heads --both-phases
    expect_exit 0 pleat check
    expect_equal 3 "$(next_id)"
    expect_exit 0 pleat downgrade a1
    expect_equal 4 "$(next_id)"
    expect_exit 0 pleat upgrade heads --both-phases
    expect_equal 5 "$(next_id)"
    cp job.yaml.1 schema/job.yaml
    expect_exit 0 pleat revision --autogenerate -m third --rev-id c1
    expect_exit 0 pleat upgrade heads --both-phases
    expect_exit 0 pleat check
    expect_equal 6 "$(next_id)"
}

run_cases
