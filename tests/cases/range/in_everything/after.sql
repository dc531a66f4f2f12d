create type span as range (subtype = int8, multirange_type_name = spans);
create table t (id int, s span, ms spans, exclude using gist (s with &&));
create function f(span) returns bigint language sql immutable return lower($1);
create view v as select f(s) as f, s from t;
create domain d as span check (not isempty(value));
