-- PostgreSQL adds no column that has values at once while rows of the table are inside of others.
create domain d as int check (value > 0);
create table t (a bigint, x text, b int default 7, c d, g int generated always as (length(x) * 2) stored, i bigint generated always as identity);
create table p (a int, b text default 'x') partition by list (a);
create table p1 partition of p for values in (1);
create type pair as (t t, n int);
create domain dt as t;
create table h (id int primary key, r t, rs t[], p pair, ps pair[], d dt, q p1, check ((r).a < 99));
create index on h (((r).a));
create view v as select id, (r).x, rs from h;
create view w as select x from v;
