create type mood as enum ('sad', 'it''s ok', 'Very "happy"', '');
comment on type mood is 'how it is';
create type "Odd ""schema""".point3d as (x float8, "Y" float8, z text collate "C");
create domain other.email as text collate "C" default 'a@b' not null
    constraint has_at check (value like '%@%');
alter domain other.email add constraint "Short one" check (length(value) < 100) not valid;
create type span as range (subtype = numeric);
revoke usage on type mood from public;
grant usage on type mood to case_reader;
