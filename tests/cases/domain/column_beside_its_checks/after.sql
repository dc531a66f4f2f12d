CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN mail AS text CONSTRAINT has_at CHECK (VALUE ~ '@') CONSTRAINT short CHECK (length(VALUE) < 10);
COMMENT ON CONSTRAINT has_at ON DOMAIN mail IS 'at';
CREATE TABLE t (id int primary key, n positive, m mail);
COMMENT ON COLUMN t.n IS 'n';
