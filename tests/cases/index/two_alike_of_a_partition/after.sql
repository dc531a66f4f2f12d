-- PostgreSQL would adopt m1_a, the older one, and of a partition that is new too.
create table m (id int, k int) partition by range (id);
create table m1 partition of m for values from (0) to (10);
create table m2 partition of m for values from (10) to (20) partition by range (id);
create table m21 partition of m2 for values from (10) to (15);
create index m1_a on m1 (k);
create index m1_b on m1 (k);
create index m_k on only m (k);
alter index m_k attach partition m1_b;
create index on m2 (k);
alter index m_k attach partition m2_k_idx;
create table m3 (id int, k int);
create index m3_b on m3 (k);
create index m3_a on m3 (k);
alter table m attach partition m3 for values from (20) to (30);
insert into m values (1, 1), (11, 2);
