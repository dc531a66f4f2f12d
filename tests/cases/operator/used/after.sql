create type pair as (a int, b int);
create function pair_lt(pair, pair) returns bool immutable language sql as 'select $1.a < $2.a';
create function pair_gt(pair, pair) returns bool immutable language sql as 'select $1.a > $2.a';
create function pair_eq(pair, pair) returns bool immutable language sql as 'select $1.a = $2.a';
create function pair_cmp(pair, pair) returns int immutable language sql as 'select btint4cmp($1.a, $2.a)';

create operator =! (function = pair_eq, leftarg = pair, rightarg = pair, commutator = =!);
create table t (p pair, q pair, check (p =! q));
create view v as select p =! q as same from t;
create index i on t ((p =! q));
comment on view v is 'pairs';
