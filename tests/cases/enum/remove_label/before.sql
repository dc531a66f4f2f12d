create type mood as enum ('a', 'b', 'c');
create table t (id int, m mood not null default 'a', ms mood[]);
insert into t values (1, 'b', '{a,b}');
create index t_m on t (m);
create view v as select m from t;
comment on type mood is 'how';
grant usage on type mood to case_reader;
