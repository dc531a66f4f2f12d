create table t (a int, v int generated always as (a + 1) virtual, w int generated always as (a + 1) stored, x int);
