create table item (id int primary key, name text);
create function get() returns setof item language sql as $$select id, name from item$$;
