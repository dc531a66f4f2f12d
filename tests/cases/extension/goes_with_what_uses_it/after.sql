create table t (id int primary key, name text);
create function near(text, text) returns real language sql immutable as $$select case when $1 = $2 then 1 else 0 end::real$$;
