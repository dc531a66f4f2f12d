create extension file_fdw;
create foreign data wrapper plain handler file_fdw_handler;
create foreign data wrapper files;
create foreign data wrapper opts options (host 'b', dbname 'it''s');
create foreign data wrapper "New one" options ("Odd" 'x, y');
comment on foreign data wrapper "New one" is 'two';
grant usage on foreign data wrapper plain to case_owner with grant option;
create server s foreign data wrapper files;
