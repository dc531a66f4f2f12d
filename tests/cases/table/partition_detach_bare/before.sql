create table m (id int not null, a int default 3, primary key (id), check (a > 0)) partition by range (id);
create index m_a on m (a);
create table p partition of m for values from (0) to (10);
insert into p values (1, 2);
