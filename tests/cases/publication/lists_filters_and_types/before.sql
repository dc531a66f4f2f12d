create type kind as enum ('a', 'b');
create table t (id int primary key, kind text, n int, secret text);
create publication p for table t (id, kind) where (n > 0) with (publish = 'insert');
create publication q for table t;
comment on publication p is 'some';
