create type span as range (subtype = int4);
create table t (id int, s span, ms span_multirange, exclude using gist (s with &&));
create function f(span) returns int language sql immutable return lower($1);
create view v as select f(s) as f, s from t;
create domain d as span check (not isempty(value));
