create function a(int, int default 1) returns int language sql immutable return $1 + $2;
create function b(int) returns int language sql immutable return a($1) * 2;
create function c(int) returns int language plpgsql immutable as $$ begin return b($1) + 1; end $$;
create table t (x int default b(1), y int generated always as (a(x)) stored, check (c(x) > 0));
create index t_b on t (b(x));
create view v as select b(x) as b from t;
create policy p on t using (a(x) > 0);
