create schema a;
create schema b;
create table a.t (id int primary key, n int);
create table b.t (id int primary key, a int references a.t);
create function a.f() returns int language sql as $$select n from a.t$$;
create function b.f() returns int language sql as $$select a.f()$$;
