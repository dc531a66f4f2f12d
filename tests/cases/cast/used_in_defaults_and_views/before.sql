create type temp as (c float8);
create function to_temp(int) returns temp language sql immutable return row($1)::temp;
create cast (int as temp) with function to_temp(int) as assignment;
create table t (a temp default 20::temp);
create view v as select 30::temp as hot;
comment on cast (int as temp) is 'degrees';
