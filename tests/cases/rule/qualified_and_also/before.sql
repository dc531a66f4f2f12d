create table t (id int primary key, n int);
create table audit (id int, n int, what text);
create rule t_upd as on update to t where old.n <> new.n do also insert into audit values (old.id, new.n, 'change');
