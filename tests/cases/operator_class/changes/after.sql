create type pair as (a int, b int);
create function pair_lt(pair, pair) returns bool immutable language sql as 'select $1.a < $2.a';
create function pair_gt(pair, pair) returns bool immutable language sql as 'select $1.a > $2.a';
create function pair_eq(pair, pair) returns bool immutable language sql as 'select $1.a = $2.a';
create function pair_cmp(pair, pair) returns int immutable language sql as 'select btint4cmp($1.a, $2.a)';

create operator <! (function = pair_lt, leftarg = pair, rightarg = pair, commutator = >!);
create operator >! (function = pair_gt, leftarg = pair, rightarg = pair, commutator = <!);
create operator =! (function = pair_eq, leftarg = pair, rightarg = pair, commutator = =!);

create schema s;
create operator family s.pairs using btree;
create operator class kept for type pair using hash as operator 1 =!;
create operator class "Other one" for type pair using btree as operator 1 <!, operator 3 =!, operator 5 >!, function 1 pair_cmp(pair, pair);
create operator class s.fresh for type pair using btree family s.pairs as operator 1 <!, operator 3 =!, operator 5 >!, function 1 pair_cmp(pair, pair);
create operator class words for type text using gin as storage int;
alter operator class kept using hash owner to case_owner;
comment on operator class kept using hash is 'new';
comment on operator class s.fresh using btree is 'by a';
