create domain d as int; create table t (a d); create table u (rows t[]);
