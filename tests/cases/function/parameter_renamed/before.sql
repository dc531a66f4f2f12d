create function area(w int, h int) returns int language sql immutable as $$select w * h$$;
create view v as select area(w => 2, h => 3) as a;
