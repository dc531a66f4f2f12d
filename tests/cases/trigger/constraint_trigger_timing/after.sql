create table t (id int primary key);
create table u (id int primary key);
create function f() returns trigger language plpgsql as $$begin return null; end$$;
create constraint trigger late after insert or update on t from u deferrable initially immediate for each row execute function f();
