create function compare(a varchar, b varchar) returns int language sql immutable as 'select 0';
create function less(a varchar, b varchar) returns boolean language sql immutable as 'select compare(a, b) < 0';
create function same(a varchar, b varchar) returns boolean language sql immutable as 'select compare(a, b) = 0';
create function greater(a varchar, b varchar) returns boolean language sql immutable as 'select compare(a, b) > 0';
create operator <~ (leftarg = varchar, rightarg = varchar, function = less, commutator = operator(>~));
create operator =~ (leftarg = varchar, rightarg = varchar, function = same, commutator = operator(=~));
create operator >~ (leftarg = varchar, rightarg = varchar, function = greater, commutator = operator(<~));
create operator class loose_ops for type varchar using btree
    as operator 1 <~, operator 3 =~, operator 5 >~, function 1 compare(varchar, varchar);
create table t (id int, word varchar);
create view sorted as select * from t order by word using operator(<~);
