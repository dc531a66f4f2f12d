create function tf() returns trigger language plpgsql as 'begin return new; end';
create table m (a int) partition by range (a);
create table m1 partition of m for values from (0) to (10);
