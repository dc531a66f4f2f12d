CREATE TABLE customer (id bigint PRIMARY KEY, name text);
CREATE TABLE place (a integer, b bigint, PRIMARY KEY (a, b));
CREATE TABLE orders (
    id integer NOT NULL, day date NOT NULL, customer_id bigint NOT NULL, a integer, b bigint,
    CONSTRAINT "of a ""customer""" FOREIGN KEY (customer_id) REFERENCES customer ON DELETE CASCADE,
    FOREIGN KEY (a, b) REFERENCES place (a, b),
    PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE orders_2 PARTITION OF orders FOR VALUES FROM ('2026-02-01') TO ('2026-03-01') PARTITION BY LIST (day);
CREATE TABLE orders_2_rest PARTITION OF orders_2 DEFAULT;
CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
CREATE INDEX orders_customer ON orders (customer_id);
INSERT INTO customer SELECT i, i FROM generate_series(1, 100) i;
INSERT INTO place SELECT i, i FROM generate_series(1, 100) i;
INSERT INTO orders SELECT i, '2026-01-10'::date + i, 1 + i % 100, 1 + i % 100, 1 + i % 100 FROM generate_series(1, 100) i;
COMMENT ON CONSTRAINT "of a ""customer""" ON orders IS 'who bought';
