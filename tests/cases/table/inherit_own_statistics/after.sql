-- A statistics target reaches heirs that are there, also where they say the column themselves.
create table p (a int, b text, c text);
alter table p alter a set statistics 0;
create table h (a int, b text) inherits (p);
alter table p alter b set statistics 5;
alter table h alter b set statistics 7;
alter table p alter c set statistics 9;
