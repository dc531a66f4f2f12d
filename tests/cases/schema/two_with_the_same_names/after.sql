create schema a;
create schema b;
create table a.t (id int primary key, n bigint, b int);
create table b.t (id int primary key);
alter table a.t add foreign key (b) references b.t;
create function b.f() returns bigint language sql as $$select n from a.t$$;
create function a.f() returns bigint language sql as $$select b.f()$$;
