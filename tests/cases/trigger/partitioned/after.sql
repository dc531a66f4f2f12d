create function tf() returns trigger language plpgsql as 'begin return new; end';
create table m (a int) partition by range (a);
create table m1 partition of m for values from (0) to (10);
create trigger tr after insert on m for each row execute function tf();
alter table m1 disable trigger tr;
create table m2 partition of m for values from (10) to (20);
