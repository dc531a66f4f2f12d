-- What stands on the column in the partition comes when that is attached again: only then the column has its type.
create table m (a int not null, b int, c varchar default 'x') partition by list (a);
create table m1 partition of m for values in (1);
alter table m1 add constraint loc check (c <> 'zz');
alter table m1 alter c set default 'yy';
