CREATE TABLE t (a text) WITH (autovacuum_enabled = false, fillfactor = 70);
CREATE MATERIALIZED VIEW m WITH (autovacuum_enabled = false, toast.autovacuum_enabled = false) AS SELECT a FROM t;
