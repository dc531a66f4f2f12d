create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table f (a bigint options (column_name 'y'), b text not null, c date) server s options (table_name 'g', schema_name 'z');
create view v as select a, c from f;
alter foreign table f alter b set statistics 10;
grant select (a) on f to case_reader;
comment on column f.c is 'of c';
grant usage on foreign server s to case_owner with grant option;
grant usage on foreign data wrapper w to case_reader;
