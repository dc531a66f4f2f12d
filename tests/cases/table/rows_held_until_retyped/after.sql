create table e (id bigint primary key, a text, day date default current_date);
create table history (was jsonb, others text, at timestamptz);
create view h as select was -> 'id' as id, at from history;
create table later (r e, s e[]);
