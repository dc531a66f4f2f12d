create table base (id int not null, check (id > 0));
create table t (id int not null, x int, constraint base_id_check check (id > 0));
insert into t values (1, 2);
