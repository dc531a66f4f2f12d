create table t (id int);
create table u (id int, big text) with (fillfactor = 80, toast_tuple_target = 4096, autovacuum_enabled = true, toast.autovacuum_enabled = false);
create table w (id int) with (fillfactor = 60, autovacuum_vacuum_threshold = 100);
