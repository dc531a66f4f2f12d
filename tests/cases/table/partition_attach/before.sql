create table m (id int not null, note text) partition by range (id);
create table p (note text, id int not null);
insert into p values ('x', 5);
create index p_note on p (note);
