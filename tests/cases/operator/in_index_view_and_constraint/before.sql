create function near(point, point) returns boolean language sql immutable as $$select $1 <-> $2 < 1$$;
create operator ~~= (leftarg = point, rightarg = point, function = near, commutator = ~~=);
create table t (id int primary key, p point, q point, check (p ~~= q));
create view v as select id from t where p ~~= q;
