CREATE TYPE place AS (x integer, y text);
CREATE TABLE t (id integer PRIMARY KEY, p place NOT NULL);
