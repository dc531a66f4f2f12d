create table t (id int primary key, body text) with (autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_enabled = false, toast_tuple_target = 256);
