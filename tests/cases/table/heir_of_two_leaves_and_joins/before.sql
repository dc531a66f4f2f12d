create table public.p (id integer not null, a text, constraint a_long check (length(a) > 2));
create table public.q (b integer, constraint b_pos check (b > 0));
create table public.c (id integer not null, a text, x integer, b integer, constraint a_long check (length(a) > 2), constraint b_pos check (b > 0)) inherits (public.p, public.q);
insert into c values (1, 'abc', 2, 3);
