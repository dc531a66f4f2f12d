create table m (id int not null, a int) partition by range (id);
create table p partition of m for values from (0) to (10);
create table q partition of m for values from (10) to (20);
create index odd_name on p (a);
create index m_a on m (a);
alter table p add constraint odd_key unique (id, a);
alter table m add constraint m_key unique (id, a);
