create function slug(text) returns text language sql immutable as $$select lower(replace($1, ' ', '-'))$$;
create table t (id int primary key, name text, body tsvector, tags int[]);
create index t_slug on t (slug(name) collate "C" text_pattern_ops desc);
create index t_body on t using gist (body);
create index t_tags on t using gin (tags) with (fastupdate = off);
