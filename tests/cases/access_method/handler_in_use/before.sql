create function handle(internal) returns table_am_handler language internal as 'heap_tableam_handler';
create access method mine type table handler heap_tableam_handler;
create table t (a int primary key, b text) using mine;
create materialized view v using mine as select a from t;
comment on access method mine is 'ours';
