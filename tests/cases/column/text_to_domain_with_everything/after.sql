create domain email as varchar(200) check (value like '%@%');
create table person (id int primary key, email email not null default 'none@example.com', unique (email));
create index person_email on person (lower(email));
create view person_v as select id, email from person;
