create table node (id bigint primary key, up bigint references node, name varchar(40));
create view tree as with recursive r as (select id, name::text as name, 1 as depth from node where up is null union all select n.id, r.name || '/' || n.name, r.depth + 1 from node n join r on n.up = r.id) select * from r;
create view leaves as select t.id, t.depth, t.name from tree t where not exists (select from node n where n.up = t.id) union select 0, 0, '';
