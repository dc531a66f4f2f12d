DROP SCHEMA public;
CREATE SCHEMA app;
CREATE TABLE app.crash (id integer);
