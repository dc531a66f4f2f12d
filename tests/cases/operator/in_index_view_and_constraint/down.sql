\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
CREATE OR REPLACE VIEW public.v AS
 SELECT t.id
   FROM public.t
  WHERE (t.p OPERATOR(public.~~=) t.q);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER OPERATOR public.~~=(point, point) SET (RESTRICT = NONE);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.near(point, point)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 <-> $2 < 1$function$;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN r;
COMMIT;
