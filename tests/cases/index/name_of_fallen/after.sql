CREATE TABLE report (id integer, signature text);
CREATE INDEX crash_signature ON report (signature);
