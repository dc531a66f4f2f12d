create type pt as (x int, y int);
create type seg as (a pt, b pt, tags text[]);
create table t (id int, l seg, many seg[]);
create function len(l seg) returns int language sql immutable as $$ select (($1).a).x $$;
create view v as select id, (l).tags from t;
