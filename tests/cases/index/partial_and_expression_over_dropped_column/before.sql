create table t (id int primary key, deleted_at timestamptz, name text, first text, last text);
create unique index t_live on t (name) where deleted_at is null;
create index t_full on t ((first || ' ' || last));
