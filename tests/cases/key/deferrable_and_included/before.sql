create table t (a int not null, b int not null, c int, constraint pk primary key (a), constraint u unique (b, c) deferrable initially deferred);
create table r (a int references t);
alter table t cluster on pk;
alter table t replica identity using index pk;
comment on constraint u on t is 'both';
