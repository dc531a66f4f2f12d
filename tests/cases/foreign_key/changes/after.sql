create table a (id int primary key, x int unique);
create table b (a_id int constraint fk references a on delete cascade, other int references a (x) match full deferrable);
alter table b add constraint nv foreign key (a_id) references a not valid;
