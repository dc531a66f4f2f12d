create table l (kind text, x int, primary key (kind)) partition by list (kind);
create table l_a partition of l for values in ('a', null, 'it''s');
create table e (x int, y text) partition by range (lower(y) collate "C", x);
create table e_1 partition of e for values from ('a', 1) to ('b', maxvalue);
