-- What a part has of its own comes or goes, or its partition does, while the column gets another type.
create table m (id int not null, k bigint not null, j bigint not null, constraint u unique (id, k)) partition by range (id);
create table m1 (id int not null, k int not null, j int not null, unique (id, k));
create table m2 partition of m for values from (10) to (20);
create index m1_j on m1 (j);
create index m_j on m (j);
comment on index m2_j_idx is 'comes';
comment on index m2_id_k_key is 'comes';
alter index m2_id_k_key set (fillfactor = 50);
insert into m1 values (1, 1, 1);
