create function ok(bigint) returns bool language sql immutable return $1 > 0;
create table t (a bigint, b text, constraint a_ok check (ok(a)), constraint b_set check (b is not null), constraint own check (a < 10));
create table u () inherits (t);
