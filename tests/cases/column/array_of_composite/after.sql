create type point2 as (x int, y int, label text);
create table path (id int primary key, points point2[] not null default '{}', closed boolean not null default false);
create function len(point2[]) returns int language sql immutable as $$select coalesce(cardinality($1), 0)$$;
create index path_len on path (len(points));
