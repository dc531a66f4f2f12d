create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table f (a int options (column_name 'x'), b text) server s options (table_name 'f');
create view v as select a from f;
comment on foreign table f is 'far';
comment on column f.a is 'of a';
grant select on f to case_reader;
grant usage on foreign server s to case_reader;
