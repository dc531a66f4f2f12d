-- What a table above a partition's own adopts only through that one.
create table m (id int not null, k int not null, constraint m_pk primary key (id, k)) partition by range (id);
create table m2 partition of m for values from (10) to (20) partition by range (id);
create table m21 (id int not null, k int not null, constraint m21_odd primary key (id, k));
create index m21_k on m21 (k);
alter table m2 attach partition m21 for values from (10) to (15);
create table m22 (id int not null, k int not null, constraint m22_odd primary key (id, k));
alter table m2 attach partition m22 for values from (15) to (16);
create index m_k on m (k);
insert into m values (10, 1);
create table n (id int not null, k int not null) partition by range (id);
create table n2 partition of n for values from (10) to (20) partition by range (id);
create table n21 (id int not null, k int not null);
create index n21_k on n21 (k);
alter table n2 attach partition n21 for values from (10) to (15);
create index n_k on n (k);
create index n_id on n (id);
-- Each waits for the other's.
create table o (id int, a int) partition by range (id);
create table o1 (id int, a int);
create index o1_own on o1 (a);
alter table o attach partition o1 for values from (0) to (10);
create table o2 (id int, a int);
create index o2_own on o2 (id);
alter table o attach partition o2 for values from (10) to (20);
create index o_id on o (id);
create index o_a on o (a);
