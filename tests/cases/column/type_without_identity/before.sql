create table t (a int generated always as identity, b text not null, c bytea);
alter table t alter b set storage main, alter c set storage external;
