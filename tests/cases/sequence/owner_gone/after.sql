CREATE TABLE crash (id serial PRIMARY KEY, signature text);
ALTER TABLE crash RENAME TO report;
CREATE VIEW crash AS SELECT * FROM report;
