\set ON_ERROR_STOP on
BEGIN;
CREATE DOMAIN public.email AS text COLLATE pg_catalog."C" DEFAULT 'x@y'::text NOT NULL;
ALTER DOMAIN public.email OWNER TO postgres;
COMMENT ON DOMAIN public.email IS 'an address';
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((length(VALUE) < 100));
ALTER DOMAIN public.email ADD CONSTRAINT has_at CHECK ((VALUE ~ '@'::text));
COMMENT ON CONSTRAINT has_at ON DOMAIN public.email IS 'must';
COMMIT;
BEGIN;
CREATE TABLE public.t (
    e public.email
);
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
