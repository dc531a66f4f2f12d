create domain a as text check (value <> '') check (value <> '-');
create domain b as a constraint b_check check (length(value) < 20) default 'y';
create domain c as b;
create table t (x a, y b, z c);
create function f(c) returns b language sql immutable return $1;
create view v as select x, y, f(z) as z from t;
