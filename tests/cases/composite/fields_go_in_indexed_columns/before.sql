CREATE TYPE place AS (x integer, y text, z integer);
CREATE TABLE t (id int primary key, p place, q place[]);
CREATE TABLE u (id int primary key, p place NOT NULL, CHECK ((p).x > 0));
CREATE INDEX t_x ON t (((p).x));
CREATE VIEW v AS SELECT id, (p).y FROM t;
INSERT INTO t VALUES (1, (1, NULL, NULL), ARRAY[(1, '2', NULL)]::place[]), (2, (NULL, NULL, NULL), NULL), (3, NULL, NULL);
INSERT INTO u VALUES (1, (1, 'a', NULL));
