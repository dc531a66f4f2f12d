create table m (a int, b int, c text, d int generated always as (b + 1) stored) partition by list (a);
create table m1 partition of m for values in (1);
create table m2 (c text, junk int, a int, b int);
alter table m2 drop junk, add d int generated always as (b + 1) stored;
alter table m attach partition m2 for values in (2);
create index on m (b);
