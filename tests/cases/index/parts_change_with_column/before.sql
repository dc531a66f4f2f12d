create table m (id int not null, k int not null, j int not null, constraint u unique (id, k)) partition by range (id);
create table m1 partition of m for values from (0) to (10);
create table m2 partition of m for values from (10) to (20);
create index m1_j on m1 (j);
create index m_j on m (j);
comment on index m_j is 'goes';
insert into m values (1, 1, 1);
