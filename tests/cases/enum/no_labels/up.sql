\set ON_ERROR_STOP on
BEGIN;
CREATE TYPE public.mood AS ENUM ();
ALTER TYPE public.mood OWNER TO postgres;
COMMIT;
