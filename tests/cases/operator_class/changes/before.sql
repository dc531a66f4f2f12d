create type pair as (a int, b int);
create function pair_lt(pair, pair) returns bool immutable language sql as 'select $1.a < $2.a';
create function pair_gt(pair, pair) returns bool immutable language sql as 'select $1.a > $2.a';
create function pair_eq(pair, pair) returns bool immutable language sql as 'select $1.a = $2.a';
create function pair_cmp(pair, pair) returns int immutable language sql as 'select btint4cmp($1.a, $2.a)';

create operator <! (function = pair_lt, leftarg = pair, rightarg = pair, commutator = >!);
create operator >! (function = pair_gt, leftarg = pair, rightarg = pair, commutator = <!);
create operator =! (function = pair_eq, leftarg = pair, rightarg = pair, commutator = =!);

create operator class gone for type pair using btree as operator 1 <!, operator 3 =!, operator 5 >!, function 1 pair_cmp(pair, pair);
create operator class kept for type pair using hash as operator 1 =!;
create operator class "Other one" for type pair using btree as operator 3 =!, function 1 pair_cmp(pair, pair);
comment on operator class kept using hash is 'old';
