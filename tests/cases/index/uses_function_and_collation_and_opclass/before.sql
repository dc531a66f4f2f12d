create function slug(text) returns text language sql immutable as $$select lower($1)$$;
create table t (id int primary key, name text, body tsvector, tags int[]);
create index t_slug on t (slug(name) text_pattern_ops);
create index t_body on t using gin (body);
create index t_tags on t using gin (tags);
