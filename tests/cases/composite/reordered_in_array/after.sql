create type pair as (y text, x int);
create type twins as (name text, age int, one pair, two pair[]);
create table t (ps pair[], one twins, many twins[]);
