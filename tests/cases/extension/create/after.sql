create schema ext;
create extension citext with schema ext;
create table t (name ext.citext not null, lower_name text generated always as (lower(name::text)) stored);
