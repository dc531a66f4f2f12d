create table m (a int not null, b int, c text default 'x') partition by list (a);
create table m1 partition of m for values in (0);
alter table m1 add constraint loc check (c <> 'z');
alter table m1 alter c set default 'y';
