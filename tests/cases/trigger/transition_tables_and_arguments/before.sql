create table t (id int primary key, n int);
create function f() returns trigger language plpgsql as $$begin return null; end$$;
create trigger a after update on t referencing old table as was new table as is_now for each statement execute function f('a', 'b c');
