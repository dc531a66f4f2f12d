create schema "Odd Schema";
create table "Odd Schema"."a ""quoted"" table" ("select" int primary key, "New
Line" text default 'a
b', "ümlaut" int check ("ümlaut" > 0), "UPPER" int unique, "back\slash" int, "dollar$" int, "semi;colon" int, "$1" int);
create index "Odd Index ;" on "Odd Schema"."a ""quoted"" table" ("New
Line", ("ümlaut" + 1));
create table "order" ("user" int references "Odd Schema"."a ""quoted"" table" ("select"));
create table aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123 (aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123 serial not null primary key);
comment on column "order"."user" is 'it''s \ odd
over two lines';
create view "View ""v""" as select "select" as "From" from "Odd Schema"."a ""quoted"" table";
create function "F f"("In" int default 1) returns int language sql as 'select "In"';
create type "Type T" as enum ('a "b"', 'c''d', 'e\f', 'new
line');
create domain "Dom" as "Type T" constraint "Ck ""x""" check (value <> 'c''d');
create sequence "Seq" owned by "order"."user";
grant select on "order" to "Case Role";
grant update ("user") on "order" to "Case Role";
