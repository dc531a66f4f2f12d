\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE EXTENSION hstore WITH SCHEMA public;
COMMENT ON EXTENSION hstore IS 'data type for storing sets of (key, value) pairs';
COMMIT;
BEGIN;
CREATE DOMAIN public.email AS public.citext;
ALTER DOMAIN public.email OWNER TO postgres;
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((VALUE OPERATOR(public.~) '@'::public.citext));
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN attrs public.hstore DEFAULT ''::public.hstore;
COMMIT;
CREATE INDEX CONCURRENTLY t_attrs ON public.t USING gin (attrs);
BEGIN;
CREATE OR REPLACE FUNCTION public.same(public.citext, public.citext)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (lower(($1)::text) = lower(($2)::text));
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE email IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of email of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.t DROP COLUMN tags;
DROP INDEX public.t_name;
ALTER TABLE public.t ALTER COLUMN name TYPE public.citext USING name::public.citext;
CREATE INDEX t_name ON public.t USING gist (((name)::text) public.gist_trgm_ops);
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN email TYPE public.email USING email::public.email;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_email CHECK (email IS NOT NULL) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_email;
ALTER TABLE public.t ALTER COLUMN email SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_email;
CREATE VIEW public.v AS
 SELECT t.email,
    (t.attrs OPERATOR(public.->) 'x'::text) AS x
   FROM public.t
  WHERE public.same((t.email)::public.citext, 'x'::public.citext);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
