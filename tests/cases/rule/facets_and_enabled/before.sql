create table t (a int);
create table log (a int);
create rule one as on insert to t do also insert into log values (new.a);
create rule two as on update to t do also notify t;
create rule three as on delete to t do instead nothing;
alter table t disable rule two;
comment on rule one on t is 'logs';
