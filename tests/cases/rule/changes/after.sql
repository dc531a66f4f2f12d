create table t (a int, b text);
create table log (a int, what text);
create rule logged as on insert to t do also insert into log values (new.a, 'into');
create rule off as on update to t where old.a < new.a do also insert into log values (new.a, 'up');
alter table t enable always rule off;
create rule many as on delete to t do instead (insert into log values (old.a, ';'); delete from log where a = old.a);
