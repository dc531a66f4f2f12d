\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE SCHEMA b;
ALTER SCHEMA b OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TYPE a.state AS ENUM ('x', 'y');
ALTER TYPE a.state OWNER TO postgres;
COMMIT;
BEGIN;
CREATE DOMAIN b.code AS text;
ALTER DOMAIN b.code OWNER TO postgres;
ALTER DOMAIN b.code ADD CONSTRAINT code_check CHECK ((VALUE <> ''::text));
COMMIT;
BEGIN;
ALTER TABLE a.t ADD COLUMN s a.state;
ALTER TABLE a.t ADD COLUMN c b.code;
COMMIT;
BEGIN;
CREATE TABLE b.u (
    id integer NOT NULL,
    t_id integer,
    s a.state DEFAULT 'x'::a.state,
    CONSTRAINT u_pkey PRIMARY KEY (id)
);
ALTER TABLE b.u OWNER TO postgres;
ALTER TABLE b.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES a.t(id);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION b.f(a.state)
 RETURNS b.code
 LANGUAGE sql
 IMMUTABLE
RETURN (($1)::text)::b.code;
ALTER FUNCTION b.f(a.state) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE INDEX u_f ON b.u (b.f(s));
COMMIT;
BEGIN;
CREATE VIEW a.v AS
 SELECT t.id,
    u.s
   FROM (a.t
     JOIN b.u ON ((u.t_id = t.id)));
ALTER VIEW a.v OWNER TO postgres;
COMMIT;
