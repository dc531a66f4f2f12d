-- A sequence that belongs to a column has the owner of the column's table, which takes it along.
CREATE TABLE crash (id serial PRIMARY KEY);
CREATE TABLE gone (id serial PRIMARY KEY);
CREATE TABLE taken (id serial PRIMARY KEY);
CREATE TABLE given (id integer NOT NULL);
CREATE SEQUENCE given_id_seq;
