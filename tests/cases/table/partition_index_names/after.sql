create table m (id int not null, a int) partition by range (id);
create table p (id int not null, a int);
create index odd_name on p (a);
alter table p add constraint odd_pk primary key (id);
alter table m add constraint m_pk primary key (id);
create index m_a on m (a);
alter table m attach partition p for values from (0) to (10);
create table q partition of m for values from (10) to (20);
