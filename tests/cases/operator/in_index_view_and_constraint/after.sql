create function near(point, point) returns boolean language sql immutable as $$select $1 <-> $2 < 2$$;
create operator ~~= (leftarg = point, rightarg = point, function = near, commutator = ~~=, restrict = eqsel);
create table t (id int primary key, p point, q point, r point, check (p ~~= q));
create view v as select id, r from t where p ~~= q;
