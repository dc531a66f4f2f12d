create table t (a int, v int generated always as (a + 2) virtual, w int generated always as (a + 2), x int, y int generated always as (a * 2));
create table u (a int, v int generated always as (a), s int generated always as (a) stored);
