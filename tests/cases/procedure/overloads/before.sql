create procedure p(a int) language plpgsql as $$ begin end $$;
create procedure p(a text) language plpgsql as $$ begin end $$;
create procedure q(inout a int) language plpgsql as $$ begin end $$;
comment on procedure p(text) is 'of a text';
