create table m (a int, b int, c text) partition by list (a);
create table m1 partition of m (b default 2 not null, constraint own check (b > 1)) for values in (1);
create index m1_c on m1 (c) where b > 0;
alter table m1 alter b set statistics 77, alter c set storage external;
