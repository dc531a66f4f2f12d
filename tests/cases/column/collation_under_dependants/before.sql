create table t (a text, b text collate "C", check (a < 'x'));
create index t_a on t (a);
create index t_b on t (b collate "POSIX");
create view v as select a, b from t where a < 'm';
create materialized view m as select max(b) as b from t;
