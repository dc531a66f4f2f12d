create collation names (provider = icu, locale = 'und', deterministic = false);
create table person (id int primary key, name text collate names not null, city text);
create index person_name on person (name);
create index person_city on person (city collate names);
create view sorted as select id, name from person order by name;
create domain label as text collate names;
comment on view sorted is 'by name';
