create domain base_code as text check (length(value) = 3);
create domain code as base_code check (value ~ '^[a-z]+$') default 'abc';
create table t (id int primary key, code code not null);
create function f(code) returns code language sql immutable as $$select $1$$;
create view v as select f(code) as code from t;
