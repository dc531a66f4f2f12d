create function add(anyarray, anyelement) returns anyarray language sql immutable as 'select array_append($1, $2)';
create aggregate collect(anyelement) (sfunc = add, stype = anyarray, initcond = '{}');
create function first_of(anyelement, anyarray) returns anyelement language sql immutable as 'select $1';
create table t (id int);
create view v as select collect(id) as ids, first_of(1, array[2]) as one from t;
