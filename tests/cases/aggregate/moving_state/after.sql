create function add(int, int) returns int language sql immutable strict parallel safe return $1 + $2;
create function minus(int, int) returns int language sql immutable strict return $1 - $2;
create aggregate total(int) (sfunc = add, stype = int, initcond = '1', combinefunc = add, parallel = safe, msfunc = add, minvfunc = minus, mstype = int, minitcond = '1');
create view v as select total(x) over (order by x rows 1 preceding) as total from generate_series(1, 3) x;
grant execute on function total(int) to case_reader;
