create table part (id int primary key, name text);
create view part_view as select id, name from part;
create function part_insert() returns trigger language plpgsql as $$begin insert into part values (new.id, new.name); return new; end$$;
create trigger part_view_insert instead of insert on part_view for each row execute function part_insert();
create rule part_view_delete as on delete to part_view do instead delete from part where id = old.id;
alter view part_view alter column name set default 'unnamed';
