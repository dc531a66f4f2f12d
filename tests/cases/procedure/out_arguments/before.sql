create procedure o(a int, out b int) language plpgsql as 'begin b := 1; end';
create procedure p(out b text, a int) language plpgsql as 'begin b := 1; end';
