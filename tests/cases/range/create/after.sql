create function diff(x time, y time) returns float8 language sql immutable as 'select extract(epoch from (x - y))::float8';
create type timerange as range (subtype = time, subtype_diff = diff);
\if :pg14
create type floats as range (subtype = float8, multirange_type_name = many_floats);
create table t (r timerange, m many_floats);
\endif
