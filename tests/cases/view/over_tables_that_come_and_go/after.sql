create table c (x int, z date, y text);
create view v as select c.x, c.y, c.z from c;
create view w as select x, z from v;
create function n() returns bigint language sql stable begin atomic select count(*) from w; end;
comment on view w is 'kept';
