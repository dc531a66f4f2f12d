create schema old;
create schema new;
create type old.kind as enum ('a', 'b');
create table old.t (id int primary key, kind old.kind default 'a', check (kind <> 'b'));
create table u (t_id int references old.t);
create view v as select id, kind from old.t;
create function of_row(old.t) returns int language sql return $1.id;
