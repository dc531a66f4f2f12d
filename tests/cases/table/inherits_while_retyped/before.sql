CREATE TABLE p (a int, b int);
CREATE TABLE c (a int, b int, z int);
CREATE TABLE m (d int NOT NULL, v int, gone int) PARTITION BY RANGE (d);
CREATE TABLE m1 (d int NOT NULL, v int);
CREATE TABLE m2 PARTITION OF m FOR VALUES FROM (10) TO (20);
