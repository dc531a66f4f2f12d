create type state as enum ('open', 'closed');
create function f() returns trigger language plpgsql as $$ begin return null; end $$;
create table t (id bigint primary key, state state, n int);
create trigger changed after update of state, n on t for each row when (old.state is distinct from new.state or old.n <> new.n) execute function f('a', 'c');
create constraint trigger later after insert or update on t deferrable for each row execute function f();
create trigger rows after update on t referencing old table as gone new table as came for each statement execute function f();
create trigger emptied after truncate on t for each statement execute function f();
