create type pair as (x int, y text);
create table t (ps pair[]);
insert into t values (array['(1,a)'::pair]);
