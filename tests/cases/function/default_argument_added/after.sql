create function greet(name text, mark text default '!') returns text language sql as $$select 'Hi ' || name || mark$$;
create view v as select greet('you') as g;
