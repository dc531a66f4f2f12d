create table t (id int) with (fillfactor = 70, autovacuum_enabled = false);
create table u (id int, big text);
create table w (id int) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.1);
