create table person (id int primary key, name text not null);
create table address (id int generated always as identity primary key, person_id int not null references person on delete cascade, street text, city text);
create index address_person on address (person_id);
create view letters as select p.name, a.street, a.city from person p join address a on a.person_id = p.id;
