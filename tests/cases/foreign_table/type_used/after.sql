create extension postgres_fdw;
create server s foreign data wrapper postgres_fdw;
create server s2 foreign data wrapper postgres_fdw;
create type mood as enum ('b', 'c');
create foreign table t (a mood, n numeric) server s;
create view v as select a from t;
create function f(t) returns int language sql return 1;
