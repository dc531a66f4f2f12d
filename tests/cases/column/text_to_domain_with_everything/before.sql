create table person (id int primary key, email text not null default 'none@example.com', unique (email), check (email like '%@%'));
create index person_email on person (lower(email));
create view person_v as select id, email from person;
