create type box2 as (a int, b int);
create function same(box2, box2) returns bool language plpgsql immutable as $$ begin return ($1).a = ($2).a and ($1).b = ($2).b; end $$;
create operator ~== (function = same, leftarg = box2, rightarg = box2, commutator = ~==, hashes, restrict = eqsel, join = eqjoinsel);
create table t (x box2, y box2, check (x ~== y));
create index t_same on t ((x ~== y));
create view v as select x ~== y as same from t;
alter operator ~== (box2, box2) owner to case_superuser;
