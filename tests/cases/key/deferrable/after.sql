create table t (a int, b int, constraint u1 unique (a), constraint u2 unique (b) deferrable initially deferred, primary key (a, b));
create table r (a int constraint fk1 references t (a) deferrable initially deferred, b int constraint fk2 references t (a) deferrable);
