-- A column that an heir has of its own, too, lacks what CREATE would give it from above.
CREATE TABLE base (id int NOT NULL DEFAULT 1, name text NOT NULL DEFAULT 'a');
