create table t (a text default 'x', b text);
insert into t values ('x', 'y');
