create table t (a int, b int, plain int, g int generated always as (a * 3) stored, i text generated always as (a::text) stored not null);
comment on column t.g is 'twice';
