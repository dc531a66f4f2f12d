create procedure o(a int, out b int) language plpgsql as 'begin b := 2; end';
create procedure p(out b int, a int) language plpgsql as 'begin b := 1; end';
create procedure q(out a int, inout b int, variadic c int[]) language plpgsql as 'begin a := 1; end';
comment on procedure q(out int, inout int, variadic int[]) is 'q';
