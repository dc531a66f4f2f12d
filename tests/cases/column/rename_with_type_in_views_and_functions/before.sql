create table t (id int primary key, amount int not null check (amount >= 0), ccy text not null default 'EUR');
create view sums as select ccy, sum(amount) as amount from t group by ccy;
create function total(c text) returns bigint language sql stable begin atomic select sum(amount) from t where ccy = c; end;
create index t_ccy on t (ccy) include (amount);
