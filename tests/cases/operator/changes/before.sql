create type pair as (a int, b int);
create function pair_lt(pair, pair) returns bool immutable language sql as 'select $1.a < $2.a';
create function pair_gt(pair, pair) returns bool immutable language sql as 'select $1.a > $2.a';
create function pair_eq(pair, pair) returns bool immutable language sql as 'select $1.a = $2.a';
create function pair_cmp(pair, pair) returns int immutable language sql as 'select btint4cmp($1.a, $2.a)';

create operator <! (function = pair_lt, leftarg = pair, rightarg = pair, commutator = >!);
create operator >! (function = pair_gt, leftarg = pair, rightarg = pair, commutator = <!);
create operator =! (function = pair_eq, leftarg = pair, rightarg = pair, restrict = eqsel, hashes);
create operator ~~! (function = pair_eq, leftarg = pair, rightarg = pair);
create function pair_a(pair) returns int immutable language sql as 'select $1.a';
create operator ! (function = pair_a, rightarg = pair);
comment on operator =! (pair, pair) is 'old';
