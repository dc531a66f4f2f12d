create table p (a int, h int not null generated always as (a * 2) stored) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table top (a int, h int generated always as (a + 1) stored);
create table heir (b int) inherits (top);
insert into p values (1);
insert into heir values (1, default, 2);
