-- pg_dump shows storage parameters in the order in which they were set.
CREATE TABLE t (a text) WITH (fillfactor = 70, toast.autovacuum_enabled = false, autovacuum_enabled = false);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 70, autovacuum_enabled = false) AS SELECT a FROM t;
