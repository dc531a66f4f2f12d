create table t (a int primary key deferrable initially deferred, b int constraint uq unique);
create table u (a int);
