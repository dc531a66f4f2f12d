create table t (id int, flag boolean);
create function count_set() returns bigint language sql as $$select count(*) from t where flag$$;
create view numbers as select count_set() as n;
create function twice() returns bigint language sql as $$select 2 * n from numbers$$;
create view doubled as select twice() as n2;
