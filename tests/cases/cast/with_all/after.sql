create type "Odd type" as (a int);
create function make(int) returns "Odd type" language sql as 'select row($1)::"Odd type"';
create cast (int as "Odd type") with function make(int) as implicit;
create table t (a int, b "Odd type" default 1::"Odd type");
create view v as select a::"Odd type" as b from t;
comment on cast (int as "Odd type") is 'it''s odd';
