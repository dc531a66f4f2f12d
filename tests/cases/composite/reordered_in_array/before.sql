create type pair as (x int, y text);
create type twins as (name text, one pair, two pair[]);
create table t (ps pair[], one twins, many twins[]);
insert into t values (array['(1,a)'::pair, null], row('a', '(1,b)', '{"(2,c)"}')::twins, array[row('a', '(1,b)', '{"(2,c)"}')::twins]), ('{}', null, null);
