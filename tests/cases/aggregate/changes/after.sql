create function s(int, int) returns int language sql immutable as 'select $1 + $2';
create function s2(int, int, int) returns int language sql immutable as 'select $1';
create function fin(int) returns text language sql immutable as 'select $1::text';
create aggregate total (int) (sfunc = s, stype = int, initcond = '5', combinefunc = s, parallel = safe);
create aggregate two (a int, b int) (sfunc = s2, stype = int, finalfunc = fin);
create function inc(int) returns int language sql immutable as 'select $1 + 1';
create aggregate count_all (*) (sfunc = inc, stype = int, initcond = '0');
comment on aggregate total (int) is 'x';
