create function ok(int) returns bool language sql immutable return $1 > 0;
create table t (a int, b text, constraint a_ok check (ok(a)), constraint b_set check (b is not null) not valid, constraint own check (a < 10) no inherit);
create table u () inherits (t);
comment on constraint a_ok on t is 'ok';
