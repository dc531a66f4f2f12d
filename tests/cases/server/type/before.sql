create extension postgres_fdw;
create server s type 'old' foreign data wrapper postgres_fdw options (host 'a');
create user mapping for case_owner server s options (user 'x');
create foreign table t (a int, b text not null default 'x') server s;
create view v as select a from t;
comment on foreign table t is 'kept';
grant usage on foreign server s to case_reader;
grant select (a) on t to case_reader;
