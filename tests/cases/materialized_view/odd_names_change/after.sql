CREATE SCHEMA "Odd ""one""";
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW "Odd ""one"""."drop table ""x""; as an_ömlaut_of_sixty-three_bytes_it_is" AS SELECT a, b FROM t;
CREATE UNIQUE INDEX "on the a of what is called so, which is cut at sixty-three byte" ON "Odd ""one"""."drop table ""x""; as an_ömlaut_of_sixty-three_bytes_it_is" (a);
CREATE MATERIALIZED VIEW other AS SELECT a, b FROM t;
ALTER MATERIALIZED VIEW other ALTER COLUMN a SET STATISTICS 7;
CREATE INDEX ON other ((a + 1));
ALTER INDEX other_expr_idx ALTER COLUMN 1 SET STATISTICS 9;
COMMENT ON INDEX other_expr_idx IS 'stays';
