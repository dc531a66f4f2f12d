\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN r point;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.near(point, point)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 <-> $2 < 2$function$;
COMMIT;
BEGIN;
ALTER OPERATOR public.~~=(point, point) SET (RESTRICT = eqsel);
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT t.id,
    t.r
   FROM public.t
  WHERE (t.p OPERATOR(public.~~=) t.q);
COMMIT;
