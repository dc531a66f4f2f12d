create table t (a int, b text);
create table log (a int, what text);
create rule gone as on delete to t do instead nothing;
create rule logged as on insert to t do also insert into log values (new.a, 'in');
create rule off as on update to t where old.a < new.a do also insert into log values (new.a, 'up');
alter table t disable rule off;
comment on rule logged on t is 'keeps a log';
