create foreign data wrapper nothing options (debug 'true');
create server far type 'kind' version '1' foreign data wrapper nothing options (host 'there', "Odd key" 'it''s');
create user mapping for case_reader server far options ("user" 'me');
create user mapping for public server far;
create foreign table distant (id int options (column_name 'ID') not null, v text default 'x', check (id > 0))
    server far options (table_name 't');
create table far_parts (id int, v text default 'x') partition by list (id);
create foreign table far_part partition of far_parts (v default 'far') for values in (1) server far options (schema_name 's');
alter foreign table far_part alter v options (column_name 'w');
grant usage on foreign server far to case_reader;
