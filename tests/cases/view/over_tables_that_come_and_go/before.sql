create table a (x int, y text);
create table b (x int, z date);
create view v as select a.x, a.y, b.z from a join b using (x);
create view w as select x, z from v;
create function n() returns bigint language sql stable begin atomic select count(*) from w; end;
comment on view w is 'kept';
