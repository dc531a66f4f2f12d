create table t (id int primary key, body text) with (fillfactor = 80, autovacuum_enabled = false);
