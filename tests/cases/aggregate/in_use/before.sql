create function sf(int, int) returns int language sql immutable as 'select $1 + $2';
create function sf_strict(int, int) returns int language sql immutable strict as 'select $1 + $2';
create function inv(int, int) returns int language sql immutable as 'select $1 - $2';
create function ff(int) returns text language sql immutable as 'select $1::text';
create function ffx(int, int) returns text language sql immutable as 'select $1::text';
create function comb(int, int) returns int language sql immutable as 'select $1 + $2';
create function os(internal, float8) returns float8 language internal immutable as 'percentile_disc_final';
create function isf(internal, int) returns internal language internal as 'int4_avg_accum';

create aggregate total(int) (sfunc = sf, stype = int);
create aggregate shape(int) (sfunc = sf, stype = int);
create table t (a int, b int);
create view v as select total(a) as a, shape(b) as b from t;
create materialized view mv as select total(a) over (order by b) as a from t;
create function f() returns int language sql as 'select total(a) from t';
