create table t (id int primary key, owner text);
create view mine as select id, owner from t where owner = current_user;
create view narrow as select id from mine where id > 10;
