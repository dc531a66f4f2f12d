create table t (id bigint primary key, n numeric);
create table log (t_id bigint references t, at timestamptz, who name default current_user);
create procedure put(i bigint) language sql begin atomic insert into log (t_id, at) values (i, now()); update t set n = n + 1 where id = i; end;
create function total() returns numeric language sql stable begin atomic select sum(n) from t; end;
create view v as select total() as total;
