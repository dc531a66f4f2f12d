create type pair as (y jsonb, x int);
create table t (ps pair[]);
insert into t values (array['(null,1)'::pair]);
