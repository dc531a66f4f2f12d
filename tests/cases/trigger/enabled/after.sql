create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table t (a int);
create trigger always before insert on t for each row execute function f();
create trigger replica before insert on t for each row execute function f();
create trigger off before insert on t for each row execute function f();
create trigger "On" before insert on t for each row execute function f();
alter table t enable replica trigger replica;
alter table t enable always trigger off;
alter table t disable trigger "On";
