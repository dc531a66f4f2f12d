create table t (a int, b text);
create table log (a bigint);
create rule logged as on insert to t do also insert into log values (new.a);
