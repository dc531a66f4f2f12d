create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create foreign table gone (a int options (column_name 'x') default 1, b text collate "C" not null, check (a > 0)) server s options (table_name 'x');
comment on foreign table gone is 'goes';
comment on column gone.a is 'goes too';
create view v as select 1 as a;
