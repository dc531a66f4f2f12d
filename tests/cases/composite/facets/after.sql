create type p as (x int, y int);
alter type p owner to case_owner;
comment on column p.y is 'second';
create type q as (x int);
comment on type q is 'one';
