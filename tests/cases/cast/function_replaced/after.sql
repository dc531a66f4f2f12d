create type pair as (a int, b int);
create function to_pair(text, int) returns pair language sql as $$ select row(1, $2)::pair $$;
create cast (text as pair) with function to_pair(text, int);
create table t (a text);
create view v as select a::pair as p from t;
