\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT own;
CREATE OR REPLACE FUNCTION public.ok(integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 > 0);
ALTER FUNCTION public.ok(integer) OWNER TO postgres;
COMMENT ON CONSTRAINT a_ok ON public.t IS 'ok';
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.t ADD CONSTRAINT own CHECK ((a < 10)) NO INHERIT;
COMMIT;
BEGIN;
DROP FUNCTION public.ok(bigint);
COMMIT;
