create table p (id int not null, label text);
create table r () inherits (p);
alter table r alter id add generated always as identity;
create function label_of(x r) returns text language sql immutable as 'select x.label';
create table note (x r, n int);
