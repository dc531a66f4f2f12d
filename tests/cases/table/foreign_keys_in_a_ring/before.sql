create table a (id int primary key, b_id int);
create table b (id int primary key, c_id int, a_id int references a);
create table c (id int primary key, a_id int references a);
alter table a add constraint a_b foreign key (b_id) references b deferrable initially deferred;
alter table b add constraint b_c foreign key (c_id) references c;
