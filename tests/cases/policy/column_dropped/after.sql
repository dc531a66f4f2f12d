create table t (id int, tenant int);
create policy p on t using (tenant = 1);
create policy q on t using (id in (select id from t));
