create table t (id int, name text, born date);
create table u (id int, kept t, many t[]);
create function one(t) returns text language sql immutable return $1.name || $1.born::text;
create function make(int) returns t language plpgsql as $$ declare r t%rowtype; begin r.id := $1; r.born := now(); return r; end $$;
create function many() returns setof t language sql as $$ select * from t $$;
create view v as select one(t) as one, t.id, t.born from t;
