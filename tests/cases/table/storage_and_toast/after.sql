create table t (a text) with (fillfactor = 60, toast.autovacuum_vacuum_threshold = 100, toast_tuple_target = 1024);
create table u (a text);
create table w (a text) with (log_autovacuum_min_duration = 0, user_catalog_table = true);
