create type pair as (x int, "Y z" text collate "C", z numeric(10,2)[]);
comment on type pair is 'two and more';
create function f(p pair) returns int language sql as 'select ($1).x';
