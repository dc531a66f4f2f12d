create type p as (x int, y int);
create function plain(v p) returns int language sql as 'select (v).y';
\if :pg14
create function named(v p) returns int begin atomic select (v).x + 1; end;
create procedure named_too(v p) begin atomic select (v).x; end;
\endif
create view v as select (q.r).x, (q.r).y from (select row(1, 2)::p as r) q;
create table t (a int default ((row(3, 4)::p).x), check (((row(3, 4)::p).x) > a));
create policy seen on t using (a = ((row(3, 4)::p).x));
create index on t (((row(a, 4)::p).x));
