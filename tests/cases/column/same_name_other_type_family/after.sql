create table t (id int primary key, v text, w jsonb, x text, y text, z text);
