CREATE TABLE pt (id integer NOT NULL, a integer NOT NULL, c text) PARTITION BY LIST (a);
CREATE TABLE pt_0 PARTITION OF pt FOR VALUES IN (0);
CREATE TABLE pt_1 (id integer NOT NULL, a integer NOT NULL, c text);
CREATE INDEX pt_c ON pt (c);
CREATE UNIQUE INDEX pt_id ON pt (id, a);
ALTER TABLE pt ADD PRIMARY KEY (a, id);
INSERT INTO pt_1 VALUES (1, 1, 'one');
