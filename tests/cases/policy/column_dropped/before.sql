create table t (id int, tenant int, gone text);
create policy p on t using (gone = current_user and tenant = 1);
create policy q on t using (id in (select id from t));
