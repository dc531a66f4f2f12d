create function add_up(numeric, int) returns numeric language sql immutable as $$select $1 + coalesce($2, 0)$$;
create aggregate total(int) (sfunc = add_up, stype = numeric, initcond = '10');
create table t (n int);
create view v as select total(n) as n from t;
