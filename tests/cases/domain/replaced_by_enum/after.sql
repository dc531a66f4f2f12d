create type colour as enum ('red', 'blue');
create table t (id int primary key, colour colour default 'red');
