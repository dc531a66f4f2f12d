-- What every scenario begins with: a table with six indexes that both applications use, and one that it may refer to.
CREATE TABLE t (
    id serial PRIMARY KEY,
    a integer,
    b integer NOT NULL DEFAULT 0,
    c text,
    ts timestamp NOT NULL DEFAULT '2026-01-01'
);
CREATE TABLE ref (id integer PRIMARY KEY, name text);
INSERT INTO ref SELECT n, 'name ' || n FROM generate_series(1, 1000) n;
INSERT INTO t (a, b, c, ts)
SELECT 1 + n % 1000, n, 'text ' || n, timestamp '2026-01-01' + n * interval '1 second' FROM generate_series(1, :rows) n;
CREATE INDEX t_a ON t (a);
CREATE INDEX t_b ON t (b);
CREATE INDEX t_c ON t (c);
CREATE INDEX t_ts ON t (ts);
CREATE INDEX t_a_b ON t (a, b);
VACUUM (ANALYZE) t, ref;
