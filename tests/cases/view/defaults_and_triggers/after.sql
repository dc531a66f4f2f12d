create table t (a bigint, b text, c date);
create function f() returns trigger language plpgsql as $$ begin insert into t values (new.a, new.b, new.c); return new; end $$;
create view v as select a, b, c from t;
alter view v alter column b set default 'some';
alter view v alter column c set default current_date;
create trigger write instead of insert or update on v for each row execute function f();
create view w as select a from t;
alter view w alter column a set default 1;
create rule quiet as on delete to w do instead delete from t where t.a = old.a;
