create procedure p(a int, b int default 0) language plpgsql as $$ begin end $$;
create procedure p(a text) language plpgsql as $$ begin perform 1; end $$;
create procedure q(inout a int, in b int) language plpgsql as $$ begin end $$;
alter procedure p(text) owner to case_owner;
