create table a (id bigint not null, note text, more date, constraint a_id_check check (id > 0), constraint a_more check (more > '2020-01-01'));
create table b (x bigint default 2) inherits (a);
create table c (y int, z int) inherits (b);
create table d (id bigint not null, note text default 'of d', more date, x int) inherits (a);
create index c_id on c (id);
create view v as select id, note, more from a;
