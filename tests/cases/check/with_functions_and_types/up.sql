\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.ok(bigint)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 > 0);
ALTER FUNCTION public.ok(bigint) OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT own;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
COMMENT ON CONSTRAINT a_ok ON public.t IS NULL;
DROP FUNCTION public.ok(integer);
ALTER TABLE public.t ADD CONSTRAINT own CHECK ((a < 10));
COMMIT;
