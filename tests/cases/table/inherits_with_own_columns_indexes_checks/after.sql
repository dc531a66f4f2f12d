create table base (id bigint not null, at timestamptz not null default now(), by text, constraint base_id_check check (id > 10));
create table kid (extra text not null, constraint kid_extra check (extra <> '')) inherits (base);
create index kid_at on kid (at, extra);
create view all_base as select id, at, by from base;
