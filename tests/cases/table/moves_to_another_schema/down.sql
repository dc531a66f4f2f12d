\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
CREATE TYPE old.kind AS ENUM ('a', 'b');
ALTER TYPE old.kind OWNER TO postgres;
CREATE TABLE old.t (
    id integer NOT NULL,
    kind old.kind DEFAULT 'a'::old.kind,
    CONSTRAINT t_pkey PRIMARY KEY (id),
    CONSTRAINT t_kind_check CHECK ((kind <> 'b'::old.kind))
);
ALTER TABLE old.t OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT t.id,
    t.kind
   FROM old.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.u DROP CONSTRAINT u_t_id_fkey;
ALTER TABLE public.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES old.t(id) NOT VALID;
COMMIT;
ALTER TABLE public.u VALIDATE CONSTRAINT u_t_id_fkey;
BEGIN;
CREATE OR REPLACE FUNCTION public.of_row(old.t)
 RETURNS integer
 LANGUAGE sql
RETURN ($1).id;
ALTER FUNCTION public.of_row(old.t) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.of_row(new.t);
COMMIT;
BEGIN;
DROP TABLE new.t;
COMMIT;
BEGIN;
DROP TYPE new.kind;
COMMIT;
