create table t (a int primary key, b int constraint uq unique deferrable);
create table u (a int constraint fk references t deferrable initially deferred);
