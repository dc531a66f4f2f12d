create table p (id int primary key, d int) partition by list (id);
create table p1 partition of p for values in (1);
create table x (id int primary key);
create publication pub for table p, x;
