create function f() returns trigger language plpgsql as 'begin return new; end';
create table m (a int, b int, c text) partition by list (a);
create table m1 partition of m (b default 1, constraint own check (b > 0)) for values in (1) with (fillfactor = 70);
create table m2 partition of m for values in (2);
create index m1_b on m1 (b);
create trigger tr before insert on m1 for each row execute function f();
create trigger whole after insert on m for each row execute function f();
