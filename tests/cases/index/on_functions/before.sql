create function key_of(text) returns text language sql immutable return lower($1);
create table t (a text, b jsonb, c int);
create index t_key on t (key_of(a));
create unique index t_uniq on t (key_of(a), (b ->> 'x')) where c > 0;
