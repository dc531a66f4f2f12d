create table t (a int, b int, constraint u1 unique (a), constraint u2 unique (b) deferrable, primary key (a, b) deferrable initially deferred);
create table r (a int constraint fk1 references t (a) deferrable, b int constraint fk2 references t (a));
