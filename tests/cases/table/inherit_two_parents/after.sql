create table p (a int, b text default 'p', e int);
create table q (a int, c text, b text default 'p');
create table c1 (d int) inherits (p, q);
create table c2 (a int, c text) inherits (p, q);
