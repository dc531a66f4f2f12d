create type pair as (x bigint, y text);
create table t (ps pair[]);
