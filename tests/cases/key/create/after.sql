create table t (a int not null, b int, c int, d text, constraint pk primary key (a) include (d), constraint uq unique (b) include (c, d) deferrable initially deferred, unique (d) with (fillfactor = 50));
\if :pg15
alter table t add constraint un unique nulls not distinct (c);
\endif
comment on constraint pk on t is 'the key';
