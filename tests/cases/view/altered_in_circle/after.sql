CREATE TABLE report (id integer CONSTRAINT crash_pkey PRIMARY KEY, signature text);
CREATE VIEW signatures AS SELECT id, signature FROM report;
CREATE VIEW counted AS SELECT count(*) FROM signatures;
CREATE FUNCTION how_many() RETURNS bigint BEGIN ATOMIC SELECT count(*) FROM report; END;
