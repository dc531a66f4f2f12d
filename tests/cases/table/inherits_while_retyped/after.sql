CREATE TABLE p (a bigint, b int);
CREATE TABLE c (z int, a bigint, b int) INHERITS (p);
ALTER TABLE c ALTER a SET NOT NULL;
CREATE TABLE m (d int NOT NULL, v bigint) PARTITION BY RANGE (d);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (0) TO (10);
CREATE TABLE m2 (d int NOT NULL, v bigint, gone int);
