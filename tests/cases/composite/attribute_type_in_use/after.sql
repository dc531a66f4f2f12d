create type pair as (x bigint, y text);
create table t (id int, p pair);
