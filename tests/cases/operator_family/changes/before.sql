create type pair as (a int, b int);
create function pair_lt(pair, pair) returns bool immutable language sql as 'select $1.a < $2.a';
create function pair_gt(pair, pair) returns bool immutable language sql as 'select $1.a > $2.a';
create function pair_eq(pair, pair) returns bool immutable language sql as 'select $1.a = $2.a';
create function pair_cmp(pair, pair) returns int immutable language sql as 'select btint4cmp($1.a, $2.a)';

create operator <! (function = pair_lt, leftarg = pair, rightarg = pair, commutator = >!);
create operator >! (function = pair_gt, leftarg = pair, rightarg = pair, commutator = <!);
create operator =! (function = pair_eq, leftarg = pair, rightarg = pair, commutator = =!);

create operator family gone using btree;
create operator family kept using btree;
create operator family members using btree;
create function pair_int_lt(pair, int) returns bool immutable language sql as 'select $1.a < $2';
create function pair_int_eq(pair, int) returns bool immutable language sql as 'select $1.a = $2';
create operator <! (function = pair_int_lt, leftarg = pair, rightarg = int);
create operator =! (function = pair_int_eq, leftarg = pair, rightarg = int);
alter operator family members using btree add operator 1 <! (pair, int);
comment on operator family kept using btree is 'old';
