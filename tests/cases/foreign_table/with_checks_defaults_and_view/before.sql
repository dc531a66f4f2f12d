create foreign data wrapper w;
create server s foreign data wrapper w options (host 'a');
create foreign table ft (id int not null, name text) server s options (t 'x');
create view v as select id, name from ft;
