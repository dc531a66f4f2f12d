create table m (id int not null, k int not null, constraint m_pk primary key (id), unique (id, k)) partition by range (id);
create table m1 partition of m for values from (0) to (10);
create index m_k on m (k) where id > 0;
