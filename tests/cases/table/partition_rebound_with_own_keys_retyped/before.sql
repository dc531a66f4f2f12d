create table m (a int not null, b int, c text default 'x') partition by list (a);
create table m1 partition of m for values in (0);
create unique index m1_c on m1 (c);
create unique index m1_b on m1 (b, c);
alter table m1 add constraint u unique (c);
