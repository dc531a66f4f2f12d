create function compare(a text, b text) returns int language sql immutable as 'select 0';
create function less(a text, b text) returns boolean language sql immutable as 'select compare(a, b) < 0';
create function same(a text, b text) returns boolean language sql immutable as 'select compare(a, b) = 0';
create function greater(a text, b text) returns boolean language sql immutable as 'select compare(a, b) > 0';
create operator <~ (leftarg = text, rightarg = text, function = less, commutator = operator(>~));
create operator =~ (leftarg = text, rightarg = text, function = same, commutator = operator(=~));
create operator >~ (leftarg = text, rightarg = text, function = greater, commutator = operator(<~));
create operator class loose_ops for type text using btree
    as operator 1 <~, operator 3 =~, operator 5 >~, function 1 compare(text, text);
create table t (id int, word text);
create view sorted as select * from t order by word using operator(<~);
