create table p (id bigint primary key, "first" bigint, "date" timestamp, "text" varchar(5), "full" bigint unique);
create table c (pid int references p, "update" bigint references p ("full") on update cascade, check ("update" > 0 or pid is null));
create index on p ("first" nulls first, "date") where "first" > 3;
create index on p ((extract(day from "date")), ("text"::text));
