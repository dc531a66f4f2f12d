-- An array of a domain: to the domain no check can be added then.
CREATE DOMAIN d AS integer DEFAULT 3 NOT NULL CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE t (a int);
ALTER TABLE t ADD COLUMN b d[] DEFAULT '{}';
