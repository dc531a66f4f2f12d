create function norm(text) returns text language sql immutable strict parallel safe as $$select lower(trim($1))$$;
create table t (
    id int primary key, name text not null,
    key text generated always as (norm(name)) stored,
    other text default norm('B'),
    check (norm(name) <> '')
);
create index t_norm on t (norm(name));
