create table public.p (id integer not null, a text, constraint a_long check (length(a) > 2));
create table public.q (b integer, constraint b_pos check (b > 0));
create table public.c (id integer, a text, x integer, b integer);
