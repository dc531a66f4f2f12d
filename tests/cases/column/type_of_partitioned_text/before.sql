CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, at date NOT NULL, a text, b integer NOT NULL, d text, e integer, UNIQUE (a, at), CHECK (length(d) < 10)) PARTITION BY HASH (at);
CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE t_1 PARTITION OF t FOR VALUES WITH (modulus 2, remainder 1);
