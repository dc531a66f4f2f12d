create table m (a int, b bigint, e text not null default 'x') partition by list (a);
create table m1 partition of m for values in (1);
create table m2 partition of m for values in (2);
create index on m (e);
