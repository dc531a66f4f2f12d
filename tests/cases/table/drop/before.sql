create table keep (id int primary key);
create table t (id serial primary key, keep_id int references keep, name text not null default 'x');
create index on t (name);
comment on table t is 'gone';
grant select on t to case_reader;
