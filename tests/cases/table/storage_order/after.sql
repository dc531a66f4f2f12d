CREATE TABLE t (a text) WITH (autovacuum_enabled = false, fillfactor = 70, toast.autovacuum_enabled = false);
CREATE INDEX ix ON t (a) WITH (deduplicate_items = off, fillfactor = 70);
CREATE VIEW v WITH (check_option = local, security_barrier = true) AS SELECT a FROM t;
CREATE MATERIALIZED VIEW m WITH (autovacuum_enabled = false, toast.autovacuum_enabled = false) AS SELECT a FROM t;
