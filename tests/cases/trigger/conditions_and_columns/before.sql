create function f() returns trigger language plpgsql as $$ begin return null; end $$;
create table t (id int primary key, state text, n int);
create trigger changed after update of state on t for each row when (old.state is distinct from new.state) execute function f('a', 'b');
create constraint trigger later after insert on t deferrable initially deferred for each row execute function f();
create trigger rows after delete on t referencing old table as gone for each statement execute function f();
create trigger emptied before truncate on t for each statement execute function f();
