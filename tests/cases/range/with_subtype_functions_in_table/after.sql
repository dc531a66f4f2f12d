create function span_diff(float8, float8) returns float8 language sql immutable as $$select $1 - $2$$;
create type span as range (subtype = float8, subtype_diff = span_diff);
create table t (id int primary key, s span default '[0,2)');
create index t_s on t using gist (s);
