#!/usr/bin/env bash
# Subscriptions: what is secret stays on the server, nothing ever connects, and who is no superuser is told the truth.
. "$(dirname "$0")/lib.sh"

# All databases' subscriptions stand in one catalog.
OWN='where subdbid = (select oid from pg_database where datname = current_database())'
SECRET=unspoken_word_42

project() {
    mkdir -p schema
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
    cat >schema/feed.yaml
}

# No file that pleat has written, nor what it has printed, holds the word.
secret_is_kept() {
    ! grep -rl -e "$SECRET" "$OUT" "$ERR" r schema revisions "$HOME" "$XDG_CACHE_HOME" 2>/dev/null || fail "the secret is told"
}

case_a_password_is_read_by_nobody() {
    new_db db
    psql_do "$db" "create subscription words connection 'host=h password=''$SECRET = \\''x host=evil'' user=u sslpassword=$SECRET' publication a with (connect = false)" 2>/dev/null
    psql_do "$db" "create subscription address connection 'postgresql://u:$SECRET@h:5433/shop?sslmode=require&password=$SECRET' publication a with (connect = false)" 2>/dev/null
    psql_do "$db" "create subscription complex connection 'postgresql://u:$SECRET@h,g/shop?application_name=a%20b' publication a with (connect = false)" 2>/dev/null
    expect_exit 0 pleat reflect -d "$(url "$db")" --out r
    secret_is_kept
    expect_equal "subscriptions:
  address:
    connection:
      user: u
      host: h
      port: 5433
      dbname: shop
      sslmode: require
    publications: [a]
  complex:
    publications: [a]
  words:
    connection:
      host: h
      user: u
    publications: [a]" "$(grep -v '^#' r/schema/subscriptions.yaml)"
    expect_exit 0 pleat check -d "$(url "$db")" r
    expect_match '^in sync$'
    sed -i 's/host: h$/host: other/' r/schema/subscriptions.yaml
    expect_exit 0 pleat -C r -d "$(url "$db")" stamp head
    expect_exit 0 pleat -C r -d "$(url "$db")" revision --autogenerate -m moved
    expect_match 'irreversible: the options of the connection of subscription words that are not read, its password' r/revisions/*moved.sql
    expect_exit 0 pleat -C r -d "$(url "$db")" check
    expect_exit 0 pleat -C r -d "$(url "$db")" diff db schema --sql
    secret_is_kept
}

case_a_declared_secret_is_refused_and_not_repeated() {
    printf 'subscriptions:\n  feed:\n    connection: {host: h, password: %s}\n    publications: [a]\n' "$SECRET" | project
    new_db db
    expect_exit 2 pleat check -d "$(url "$db")"
    expect_match 'feed.yaml:3:27: error'
    ! grep -q "$SECRET" "$OUT" "$ERR" || fail "the secret is told"
    printf 'subscriptions:\n  feed:\n    connection: host=h password=%s\n    publications: [a]\n' "$SECRET" | project
    expect_exit 2 pleat check -d "$(url "$db")"
    ! grep -q "$SECRET" "$OUT" "$ERR" || fail "the secret is told"
}

case_it_is_made_without_connecting_and_dropped_without_its_slot() {
    project <<'END'
subscriptions:
  feed:
    publications: [a]
END
    new_db db
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m feed
    expect_match 'afterwards: subscription feed is made without a connection and disabled: give its CONNECTION' revisions/*feed.sql
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    expect_equal 'f|feed' "$(psql_do "$db" "select subenabled, subslotname from pg_subscription $OWN")"
    psql_do "$db" "alter subscription feed connection 'host=/nowhere password=$SECRET'; alter subscription feed enable"
    expect_exit 0 pleat -d "$(url "$db")" check --strict
    expect_match '^in sync$'
    rm schema/feed.yaml
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m gone
    expect_match 'afterwards: drop slot "feed" of subscription feed on the publisher' revisions/*gone.sql
    expect_match 'irreversible: how far subscription feed has come, and its password' revisions/*gone.sql
    expect_exit 0 pleat -d "$(url "$db")" upgrade head --both-phases
    expect_equal '' "$(psql_do "$db" "select subname from pg_subscription $OWN")"
    expect_exit 0 pleat -d "$(url "$db")" downgrade contract@-1
    expect_exit 0 pleat -d "$(url "$db")" upgrade head --both-phases
    secret_is_kept
}

case_who_is_no_superuser_sees_all_but_the_connection() {
    new_db db
    psql_do "$db" "create subscription seen connection 'host=h password=$SECRET' publication a with (connect = false)" 2>/dev/null
    psql_do postgres 'do $$ begin create role plain login; exception when duplicate_object then null; end $$'
    expect_exit 0 pleat reflect -d "postgresql://plain@/$db?host=${PGHOST//\//%2F}" --out r
    expect_no_match 'not modelled'
    expect_exit 0 pleat check -d "postgresql://plain@/$db?host=${PGHOST//\//%2F}" r
    expect_match '^in sync$'
    expect_exit 0 pleat check -d "$(url "$db")" r
    expect_match '^in sync$'
    psql_do "$db" "alter subscription seen set publication b with (refresh = false)"
    expect_exit 1 pleat check -d "postgresql://plain@/$db?host=${PGHOST//\//%2F}" r
    expect_match 'subscription seen: differs: publications'
}

case_a_scratch_server_of_ones_own_is_left_clean() {
    printf 'subscriptions:\n  feed:\n    publications: [a]\n    owner: feeder\n' | project
    new_db db
    printf 'scratch: %s\n' "$(url postgres)" >>pleat.yaml
    expect_exit 1 pleat check -d "$(url "$db")"
    expect_match 'subscription feed: declared, not in the database'
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m feed
    expect_equal '' "$(psql_do postgres "select datname from pg_database where datname ~ '^pleat_scratch'")"
    expect_equal '' "$(psql_do postgres "select subname from pg_subscription left join pg_database d on d.oid = subdbid
        where d.datname is null or d.datname ~ '^pleat_scratch'")"
    psql_do postgres 'drop role feeder'
}

case_scratch_reaches_nobody() {
    printf 'databases:\n  dev: embedded\nschemas: [public]\n' >pleat.yaml
    mkdir schema
    new_db db
    echo "create subscription feed connection 'host=/nowhere' publication a;" >feed.sql
    expect_exit 2 pleat diff "$(url "$db")" file:feed.sql
    expect_match 'feed.sql:1: it would reach the publisher from the scratch server'
    echo "create subscription feed connection 'host=/nowhere' publication a with (connect = false);" >feed.sql
    expect_exit 0 pleat diff "$(url "$db")" file:feed.sql
    expect_match 'subscription feed'
    expect_exit 0 pleat -d "$(url "$db")" revision -m by_hand
    printf "create subscription feed connection 'host=/nowhere' publication a with (connect = false);\ndrop subscription feed;\n" >body
    sed -i '/^-- the way forth/r body' revisions/*by_hand.sql
    expect_exit 2 pleat -d "$(url "$db")" diff revisions schema
    expect_match 'by_hand.sql:[0-9]+: it would reach the publisher'
}

case_one_is_renamed() {
    project <<'END'
subscriptions:
  feed:
    publications: [a]
END
    new_db db
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m feed
    expect_exit 0 pleat -d "$(url "$db")" upgrade heads
    printf 'subscriptions:\n  stream:\n    publications: [a]\n    slot_name: feed\n    renamed_from: feed\n' >schema/feed.yaml
    expect_exit 0 pleat -d "$(url "$db")" revision --autogenerate -m stream
    expect_match 'ALTER SUBSCRIPTION feed RENAME TO stream' revisions/*stream.sql
    expect_no_match 'slot_name' <(cat revisions/*stream.sql)
    expect_exit 0 pleat -d "$(url "$db")" upgrade head --both-phases
    expect_exit 0 pleat -d "$(url "$db")" check --strict
    expect_match '^in sync$'
}

run_cases "$@"
