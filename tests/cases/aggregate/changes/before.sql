create function s(int, int) returns int language sql immutable as 'select $1 + $2';
create aggregate total (int) (sfunc = s, stype = int, initcond = '0');
create aggregate gone (int) (sfunc = s, stype = int);
comment on aggregate total (int) is 'x';
