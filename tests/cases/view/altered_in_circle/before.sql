-- The new table waits for the old one's key name, which waits for the view to let go of the old table: so that is made anew.
CREATE TABLE crash (id integer PRIMARY KEY, signature text);
CREATE VIEW signatures AS SELECT id, signature FROM crash;
CREATE VIEW counted AS SELECT count(*) FROM signatures;
CREATE FUNCTION how_many() RETURNS bigint BEGIN ATOMIC SELECT count(*) FROM crash; END;
