CREATE TYPE place AS (x integer, y varchar(20));
CREATE TABLE t (id int primary key, p place, q place[]);
CREATE TABLE u (id int primary key, p place NOT NULL, CHECK ((p).x > 0));
CREATE INDEX t_x ON t (((p).x));
CREATE VIEW v AS SELECT id, (p).y FROM t;
