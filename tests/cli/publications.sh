#!/usr/bin/env bash
# What stands beside the objects: publications and default privileges, reflected and made again.
. "$(dirname "$0")/lib.sh"

published() {
    cat <<'END'
create schema reporting;
create table t (id bigint primary key, "C d" text, a int);
create table u (id bigint primary key);
create table reporting.r (id bigint primary key);
create publication feed for table t ("C d", id) where (id > 0), u with (publish = 'insert, update');
create publication "Odd one" for tables in schema reporting, public with (publish_via_partition_root = true);
create publication everything for all tables;
create publication nothing with (publish = '');
comment on publication feed is 'for the warehouse';
alter default privileges for role harvester grant select on tables to "The reader";
alter default privileges for role harvester revoke execute on functions from public;
alter default privileges for role "The reader" in schema reporting grant all on sequences to harvester with grant option;
END
}

case_what_is_reflected_makes_the_same_again() {
    new_db again
    for role in harvester '"The reader"'; do
        psql_do postgres "do \$\$ begin create role $role; exception when duplicate_object then null; end \$\$"
    done
    published >published.sql
    new_db db published.sql
    expect_exit 0 pleat reflect -d "$(url "$db")" --out r
    expect_no_match 'not modelled'
    expect_exit 0 pleat -C r check -d "$(url "$db")"
    expect_match '^in sync$'
    expect_exit 0 pleat -C r -d "$(url "$again")" upgrade heads
    same_dump "$db" "$again"
    expect_exit 0 pleat -C r check --strict -d "$(url "$again")"
    expect_match '^in sync$'
}

run_cases "$@"
