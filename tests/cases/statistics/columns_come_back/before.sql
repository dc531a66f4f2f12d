-- Where columns came back in another order, PostgreSQL tells those of statistics in it, and nothing else differs.
CREATE TABLE t (a int, b int, c int);
CREATE STATISTICS s (ndistinct, mcv) ON b, c, (a + 1) FROM t;
