create function greet(name text) returns text language sql as $$select 'Hi ' || name$$;
create view v as select greet('you') as g;
