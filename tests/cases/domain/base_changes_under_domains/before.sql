create domain a as varchar(10);
create domain b as a check (value <> '');
create type pair as (x a, y b);
create table t (x a, y b, p pair);
create index t_y on t (y);
