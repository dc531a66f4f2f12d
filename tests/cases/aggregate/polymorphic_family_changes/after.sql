create function add(anycompatiblearray, anycompatible) returns anycompatiblearray language sql immutable
as 'select array_append($1, $2)';
create aggregate collect(anycompatible) (sfunc = add, stype = anycompatiblearray, initcond = '{}');
create function first_of(anycompatible, anycompatiblearray) returns anycompatible language sql immutable as 'select $1';
create table t (id int);
create view v as select collect(id) as ids, first_of(1, array[2]) as one from t;
