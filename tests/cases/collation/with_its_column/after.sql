create collation names (provider = icu, locale = 'und');
create table person (id int primary key, name text collate names);
create table place (name text collate names);
create domain label as text collate names check (value > 'a');
create type span as range (subtype = text, collation = names);
