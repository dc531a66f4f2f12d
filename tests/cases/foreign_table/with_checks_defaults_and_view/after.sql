create foreign data wrapper w;
create server s foreign data wrapper w options (host 'b', port '1');
create foreign table ft (id bigint not null, name text default 'n', at date options (col 'at_col'), check (id > 0)) server s options (t 'y');
create view v as select id, name, at from ft;
