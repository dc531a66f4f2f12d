create table m (a int not null, b int, c varchar default 'x') partition by list (a);
create table m1 partition of m for values in (1);
create unique index m1_c on m1 (c, b);
create unique index m1_b on m1 (b, c);
alter table m1 add constraint u unique (c, b);
