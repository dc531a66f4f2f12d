create type pair as (y text, x int);
create table t (ps pair[]);
