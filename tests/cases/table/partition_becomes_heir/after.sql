CREATE TABLE base (a int);
CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE p1 (a int) INHERITS (base);
