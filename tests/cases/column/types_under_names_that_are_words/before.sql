create table p (id int primary key, "first" int, "date" date, "text" varchar(10), "full" int unique);
create table c (pid int references p, "update" int references p ("full") on update cascade, check ("update" > 0 or pid is null));
create index on p ("first" nulls first, "date") where "first" > 3;
create index on p ((extract(day from "date")), ("text"::text));
insert into p select n, n, date '2026-01-01' + n, n, n from generate_series(1, 9) n;
insert into c select n, n from generate_series(1, 9) n;
