create schema one;
create schema two;
create table one.t (id int);
create table two.t (id int);
create view one.v as select id from one.t;
create view two.v as select id from one.v;
