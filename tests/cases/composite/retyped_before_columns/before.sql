-- A type cannot be changed any more when a column has it.
CREATE TYPE c AS (a int, b text);
CREATE TABLE t (x int);
CREATE TYPE d AS (n numeric);
