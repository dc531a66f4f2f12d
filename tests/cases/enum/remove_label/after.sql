create type mood as enum ('a', 'b');
create table t (id int, m mood not null default 'b', ms mood[]);
create index t_m on t (m);
create view v as select m from t;
comment on type mood is 'how';
grant usage on type mood to case_reader;
