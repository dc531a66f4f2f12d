create schema extra;
create table t (a int, b int);
create statistics extra.s on a, b from t;
comment on statistics extra.s is 'away';
