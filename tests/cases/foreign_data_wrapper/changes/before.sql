create extension file_fdw;
create foreign data wrapper plain;
create foreign data wrapper files handler file_fdw_handler validator file_fdw_validator;
create foreign data wrapper opts options (host 'a', port '1');
create foreign data wrapper gone;
comment on foreign data wrapper plain is 'one';
grant usage on foreign data wrapper plain to case_reader;
create server s foreign data wrapper files;
