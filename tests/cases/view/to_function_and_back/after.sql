create table t (a int, b text);
create view v as select b, a from t;
create function first_of_v() returns v language sql as $$ select * from v limit 1 $$;
create function all_of_v() returns setof v language plpgsql as $$ begin return query select * from v; end $$;
