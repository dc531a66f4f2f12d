create table a (id bigint, v numeric, at date);
create table b (id bigint, v numeric, at date, extra text);
create view ab as select id, v, at from a union all select id, v, at from b where extra is null;
create view ranked as with x as (select id, v, dense_rank() over w as r from ab window w as (partition by at order by v desc)) select id, r, v from x where r < 5;
