CREATE TYPE c AS (a bigint, b text);
CREATE TABLE t (x int, y c);
CREATE TYPE d AS (n text);
CREATE TABLE u (z d[]);
