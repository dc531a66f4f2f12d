CREATE TYPE place AS (x integer, y text);
CREATE TABLE t (id integer PRIMARY KEY, p place);
INSERT INTO t VALUES (1, (1, NULL)), (2, (NULL, NULL));
