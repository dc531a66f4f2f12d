create foreign data wrapper w;
create server s type 'a' version '1' foreign data wrapper w options (host 'x');
create user mapping for public server s options (user 'u');
create foreign table f (a int) server s;
create view v as select a from f;
comment on server s is 'old';
