create table t (id int primary key, cents bigint not null check (cents >= 0), currency char(3) not null default 'EUR');
create view sums as select currency, sum(cents) as cents from t group by currency;
create function total(c text) returns numeric language sql stable begin atomic select sum(cents) from t where currency = c; end;
create index t_currency on t (currency) include (cents);
