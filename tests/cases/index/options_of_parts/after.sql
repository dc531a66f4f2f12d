create table m (id int not null, k int not null, constraint m_pk primary key (id), unique (id, k)) partition by range (id);
create table m1 partition of m for values from (0) to (10);
create index m_k on m (k) where id > 0;
alter index m1_k_idx set (fillfactor = 60);
alter index m1_pkey set (fillfactor = 70);
alter index m1_id_k_key set (fillfactor = 80);
create table m2 (id int not null, k int not null, constraint m2_pkey primary key (id) with (fillfactor = 50));
create index m2_k_idx on m2 (k desc) where id > 0;
alter table m attach partition m2 for values from (10) to (20);
