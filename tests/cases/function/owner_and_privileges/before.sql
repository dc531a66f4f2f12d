create function f(a int) returns int language sql as 'select 1';
create function g(a int) returns int language sql as 'select 1';
create procedure p() language sql as 'select 1';
create aggregate ag(int) (sfunc = int4pl, stype = int);
grant execute on function f(int) to case_reader;
revoke execute on function g(int) from public;
comment on function g(int) is 'g';
