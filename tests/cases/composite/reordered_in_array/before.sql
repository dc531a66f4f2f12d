create type pair as (x int, y text);
create table t (ps pair[]);
