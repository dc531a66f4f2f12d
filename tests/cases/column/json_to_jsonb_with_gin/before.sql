create table doc (id int primary key, body json not null default '{}');
create view tags as select id, body ->> 'tag' as tag from doc;
