create table t (id int not null unique, code text primary key, n int);
create table r (id int primary key, t_id int references t (id), code text references t);
