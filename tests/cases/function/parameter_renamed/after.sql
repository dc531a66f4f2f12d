create function area(width int, height int) returns int language sql immutable as $$select width * height$$;
create view v as select area(width => 2, height => 3) as a;
