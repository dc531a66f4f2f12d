create table t (id int primary key, n bigint);
create table audit (id int, n bigint, what text, at timestamptz default now());
create rule t_upd as on update to t where old.n is distinct from new.n do also insert into audit (id, n, what) values (old.id, new.n, 'update');
create rule t_del as on delete to t do also insert into audit (id, what) values (old.id, 'delete');
