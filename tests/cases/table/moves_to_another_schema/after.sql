create schema old;
create schema new;
create type new.kind as enum ('a', 'b');
create table new.t (id int primary key, kind new.kind default 'a', check (kind <> 'b'));
create table u (t_id int references new.t);
create view v as select id, kind from new.t;
create function of_row(new.t) returns int language sql return $1.id;
