create collation c (provider = icu, locale = 'en-u-kn');
create domain d as text collate c;
create table t (a text collate c, b d, check (a < 'x' collate c));
create index t_a on t (a);
create view v as select a from t order by a collate c;
