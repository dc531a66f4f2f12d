CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL, a integer, b bigint NOT NULL, d text, e integer, UNIQUE (a, at), CHECK (length(d) < 10)) PARTITION BY HASH (at);
CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE t_1 PARTITION OF t FOR VALUES WITH (modulus 2, remainder 1);
