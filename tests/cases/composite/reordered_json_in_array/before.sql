create type pair as (x int, y jsonb);
create table t (ps pair[]);
insert into t values (array['(1,null)'::pair]);
