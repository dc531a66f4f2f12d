create table node (id int primary key, up int references node, name text);
create view tree as with recursive r as (select id, name, 1 as depth from node where up is null union all select n.id, n.name, r.depth + 1 from node n join r on n.up = r.id) select * from r;
create view leaves as select t.id, t.depth from tree t where not exists (select from node n where n.up = t.id) union select 0, 0;
