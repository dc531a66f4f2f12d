create table p (a int default 1, b int default 1, c int, d int default 4);
create table c () inherits (p);
alter table c alter a set default 9, alter b drop default, alter c set default 7;
