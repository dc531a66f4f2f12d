create table t (a bigint);
create table log (a bigint, at timestamptz default now());
create rule one as on insert to t where new.a > 0 do also insert into log values (new.a);
create rule two as on update to t do also notify t;
create rule three as on delete to t do instead nothing;
alter table t enable replica rule two;
alter table t enable always rule three;
comment on rule three on t is 'keeps';
