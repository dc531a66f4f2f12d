create function less(text, text) returns bool language sql immutable strict as $$ select lower($1) < lower($2) $$;
create function comparing(text, text) returns int language sql immutable strict as $$ select 0 $$;
create operator <<< (function = less, leftarg = text, rightarg = text, restrict = scalarltsel, join = scalarltjoinsel);
create operator class nocase for type text using btree as operator 1 <<<, function 1 comparing;
create table t (a text, b text, c text);
create index t_a on t (b nocase, a);
create index t_b on t (b nocase desc) include (c);
