create schema "Odd";
create table "Odd"."T ""t""" ("A b" bigint not null, "c;d" varchar(10), "e
f" int constraint "C ck" check ("e
f" > 0), "new ""x""" int unique);
comment on column "Odd"."T ""t"""."A b" is 'x';
