-- A partition becomes the heir of a table that loses a column which it does not have either.
CREATE TABLE base (a int, b int);
CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
CREATE VIEW v AS SELECT b FROM base;
