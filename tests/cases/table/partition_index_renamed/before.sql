create table m (id int not null, a int) partition by range (id);
create table p partition of m for values from (0) to (10);
create index m_a on m (a);
alter table m add unique (id);
