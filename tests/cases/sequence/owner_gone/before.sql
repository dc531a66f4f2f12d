-- A table gets another name; its sequence and its key keep theirs.
CREATE TABLE crash (id serial PRIMARY KEY, signature text);
