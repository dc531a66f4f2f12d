create table t (a int not null, b int not null, c int, constraint pk primary key (a, b) include (c), constraint u unique (b, c) with (fillfactor = 50));
create table r (a int, b int, foreign key (a, b) references t);
alter table t cluster on u;
alter table t replica identity using index pk;
