-- The index of a table that goes falls with it, and its name is that of another table's index then.
CREATE TABLE crash (id integer, signature text);
CREATE INDEX crash_signature ON crash (signature);
