create schema a;
create schema b;
create domain b.code as text check (value <> '');
create type a.state as enum ('x', 'y');
create table a.t (id int primary key, v text, s a.state, c b.code);
create table b.u (id int primary key, t_id int references a.t, s a.state default 'x');
create view a.v as select t.id, u.s from a.t join b.u on u.t_id = t.id;
create function b.f(a.state) returns b.code language sql immutable return $1::text::b.code;
create index u_f on b.u (b.f(s));
