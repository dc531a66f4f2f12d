create type p as (x int, y int);
comment on type p is 'pair';
comment on column p.x is 'first';
grant usage on type p to case_reader;
create type q as (x int);
