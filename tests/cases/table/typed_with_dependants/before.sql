create type rec as (a int, b text);
create table t of rec (primary key (a));
create view v as select a, b from t;
create function f(rec) returns int language plpgsql as $$ begin return $1.a; end $$;
