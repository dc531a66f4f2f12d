create schema one;
create schema two;
create table one.t (id int);
create table two.t (id int);
create view two.v as select id from two.t;
create view one.v as select id from two.v;
