create table t (code text primary key, name text);
create table u (id int primary key, code text references t);
