create domain d as int not null check (value > 0);
create type r as range (subtype = d);
create table t (a r, b r[]);
create function f(r) returns d language sql as 'select lower($1)';
insert into t values ('[2,3)', array['[2,5)'::r]);
