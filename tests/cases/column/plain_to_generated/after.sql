create table t (a int, h int generated always as (a) stored);
