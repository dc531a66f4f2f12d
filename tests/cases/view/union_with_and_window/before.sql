create table a (id int, v int, at date);
create table b (id int, v int, at date);
create view ab as select id, v, at from a union all select id, v, at from b;
create view ranked as with x as (select id, v, rank() over (partition by at order by v) as r from ab) select id, r from x where r < 3;
