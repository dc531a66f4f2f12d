CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TABLE t (id int primary key);
INSERT INTO t VALUES (1);
