create function key_of(text) returns text language sql immutable as $$ select lower(btrim($1)) $$;
create table t (a varchar(80), b jsonb, c bigint);
create index t_key on t (key_of(a) text_pattern_ops desc nulls last);
create unique index t_uniq on t (key_of(a), (b ->> 'y')) where c > 0;
create index t_gin on t using gin (b jsonb_path_ops);
