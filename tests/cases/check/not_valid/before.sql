create table r (id int primary key);
create table t (a int, b int);
alter table t add constraint c1 check (a > 0) not valid;
alter table t add constraint c2 check (a > 0);
alter table t add constraint c5 check (a > 5) not valid;
alter table t add constraint fk1 foreign key (b) references r not valid;
