create table base (id int not null, at timestamptz default now(), check (id > 0));
create table kid (extra text) inherits (base);
create index kid_at on kid (at);
create view all_base as select id, at from base;
