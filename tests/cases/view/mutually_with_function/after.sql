create table t (id int, flag smallint);
create function count_set() returns numeric language sql as $$select count(*)::numeric from t where flag <> 0$$;
create view numbers as select count_set() as n;
create function twice() returns numeric language sql as $$select 2 * n from numbers$$;
create view doubled as select twice() as n2;
