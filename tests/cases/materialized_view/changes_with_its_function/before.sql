CREATE TABLE t (a int, b int);
CREATE FUNCTION weight(int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN $1; END $$;
CREATE VIEW weighed AS SELECT weight(a) AS w FROM t;
CREATE MATERIALIZED VIEW m AS SELECT w FROM weighed;
CREATE MATERIALIZED VIEW on_a_view_that_grows AS SELECT 1 AS one FROM weighed;
