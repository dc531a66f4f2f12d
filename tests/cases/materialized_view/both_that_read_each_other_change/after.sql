CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW lower_one AS SELECT a, b FROM t;
CREATE INDEX lower_a ON lower_one (a, b);
CREATE MATERIALIZED VIEW upper_one AS SELECT a, max(b) AS b FROM lower_one GROUP BY a;
CREATE UNIQUE INDEX upper_a ON upper_one (a);
CREATE VIEW top AS SELECT a FROM upper_one;
