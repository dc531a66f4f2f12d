create type rec as (a int, b text, c date);
create table t of rec (primary key (a), c default current_date);
create view v as select a, b, c from t;
create function f(rec) returns int language plpgsql as $$ begin return $1.a + 1; end $$;
