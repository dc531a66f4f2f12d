create type span as range (subtype = float8);
create table t (id int primary key, s span default '[0,1)');
create index t_s on t using gist (s);
