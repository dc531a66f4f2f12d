create unlogged table person (id int primary key, home int, parent int references person);
create unlogged table house (id int primary key, owner int not null references person, street int);
create unlogged table street (id int primary key, first int references house deferrable);
alter table person add constraint lives foreign key (home) references house on delete set null;
alter table house add foreign key (street) references street;
create unlogged table visit (person int references person, house int references house);
create view homes as select p.id, h.street from person p join house h on h.id = p.home;
