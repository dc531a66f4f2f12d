create table t (id int primary key, n int);
create table log (t_id int references t, at timestamptz);
create procedure put(i int) language sql begin atomic insert into log values (i, now()); update t set n = n + 1 where id = i; end;
create function total() returns bigint language sql stable begin atomic select sum(n) from t; end;
create view v as select total() as total;
