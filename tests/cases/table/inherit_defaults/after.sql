create table p (a int default 2, b int default 2, c int default 3, d int);
create table c () inherits (p);
alter table c alter a set default 9, alter b drop default, alter c set default 8, alter d set default 4;
