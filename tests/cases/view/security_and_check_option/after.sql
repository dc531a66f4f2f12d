create table t (id int primary key, owner text);
create view mine with (security_barrier) as select id, owner from t where owner = current_user with local check option;
create view narrow with (security_barrier = true) as select id from mine where id > 10 with cascaded check option;
