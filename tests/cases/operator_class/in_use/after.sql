create type pair as (a int, b int);
create function pair_lt(pair, pair) returns bool immutable language sql as 'select $1.a < $2.a';
create function pair_gt(pair, pair) returns bool immutable language sql as 'select $1.a > $2.a';
create function pair_eq(pair, pair) returns bool immutable language sql as 'select $1.a = $2.a';
create function pair_cmp(pair, pair) returns int immutable language sql as 'select btint4cmp($1.a, $2.a)';

create operator <! (function = pair_lt, leftarg = pair, rightarg = pair, commutator = >!, restrict = scalarltsel, merges);
create operator >! (function = pair_gt, leftarg = pair, rightarg = pair, commutator = <!);
create operator =! (function = pair_eq, leftarg = pair, rightarg = pair, commutator = =!);
create operator class by_a for type pair using btree as operator 1 <!, operator 3 =!, operator 5 >!, function 1 pair_cmp(pair, pair);
create table t (p pair);
create index i on t (p by_a);
create type pairs as range (subtype = pair, subtype_opclass = by_a);
comment on index i is 'by a';
