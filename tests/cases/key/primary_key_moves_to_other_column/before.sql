create table t (id int primary key, code text not null unique, n int);
create table r (id int primary key, t_id int references t, code text references t (code));
