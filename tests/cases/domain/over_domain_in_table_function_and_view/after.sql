create domain base_code as text check (length(value) between 3 and 5);
create domain code as base_code not null check (value ~ '^[a-z0-9]+$') default 'abcd';
create table t (id int primary key, code code not null, other code default 'xyz');
create function f(code) returns code language sql immutable as $$select upper($1)::code$$;
create view v as select f(code) as code, other from t;
