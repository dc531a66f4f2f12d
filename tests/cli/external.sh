#!/usr/bin/env bash
# What managed objects refer to and others manage: reflect writes stubs, and scratch databases stand on them.
. "$(dirname "$0")/lib.sh"

case_stubs_are_written_and_serve() {
    new_db db
    psql_do "$db" "create schema auth;
        create extension citext schema auth;
        create type auth.level as enum ('a', 'b');
        create type auth.pair as (x int, l auth.level);
        create table auth.org (id int primary key);
        create table auth.users (id uuid primary key, org int references auth.org, name auth.citext check (name <> ''));
        create index on auth.users (org);
        create table auth.unrelated (id int);
        create function auth.uid() returns uuid language sql as 'select null::uuid';
        create table note (id int primary key, owner uuid references auth.users, l auth.level default 'a', p auth.pair,
                           who uuid default auth.uid(), t auth.citext);
        create view v as select n.id, u.name from note n join auth.users u on u.id = n.owner"
    printf 'databases: {it: "%s"}\ndefault: it\nschemas: [public]\n' "$(url "$db")" >pleat.yaml
    expect_exit 0 pleat reflect
    expect_match 'auth.users:' schema/external.yaml
    expect_no_match 'unrelated|org:$|ix|_idx' schema/external.yaml
    expect_exit 0 no_scratch_nor_cache pleat check
    expect_exit 0 pleat fmt
    expect_exit 0 no_scratch_nor_cache pleat check
    # an edit is made real beside the stubs, and they are never compared
    sed -i 's/^      who:/      title: text\n&/' schema/note.yaml
    expect_exit 0 pleat diff --sql
    expect_match 'ALTER TABLE public.note ADD COLUMN title text'
    expect_no_match 'auth\.(users|level|org)'
    psql_do "$db" "alter table auth.users add email text"
    expect_exit 0 pleat diff
    expect_no_match 'email'
}

run_cases "$@"
