create schema "Odd";
create table "Odd"."T ""t""" ("A b" int, "c;d" text not null default 'x;y', "e
f" int);
