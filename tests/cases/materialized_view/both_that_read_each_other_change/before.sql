CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW lower_one AS SELECT a FROM t;
CREATE INDEX lower_a ON lower_one (a);
CREATE MATERIALIZED VIEW upper_one AS SELECT a FROM lower_one;
CREATE INDEX upper_a ON upper_one (a);
CREATE VIEW top AS SELECT a FROM upper_one;
