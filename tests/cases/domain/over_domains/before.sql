create domain a as text check (value <> '');
create domain b as a check (length(value) < 10);
create domain c as b not null default 'x';
create table t (x a, y b, z c);
create function f(c) returns b language sql immutable return $1;
create view v as select x, y, f(z) as z from t;
