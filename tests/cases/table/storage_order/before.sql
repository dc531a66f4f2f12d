-- pg_dump shows storage parameters in the order in which they were set.
CREATE TABLE t (a text) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
CREATE INDEX ix ON t (a) WITH (fillfactor = 70, deduplicate_items = off);
CREATE VIEW v WITH (security_barrier = true, check_option = local) AS SELECT a FROM t;
CREATE MATERIALIZED VIEW m WITH (fillfactor = 70, autovacuum_enabled = false) AS SELECT a FROM t;
