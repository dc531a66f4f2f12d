create type point2 as (x int, y int);
create table path (id int primary key, points point2[] not null default '{}');
create function len(point2[]) returns int language sql immutable as $$select coalesce(array_length($1, 1), 0)$$;
create index path_len on path (len(points));
