create table t (id bigint generated always as identity primary key, code text not null unique, name text);
create table u (id int primary key, code text references t (code));
