\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
COMMIT;
BEGIN;
DROP VIEW public.v;
CREATE OR REPLACE VIEW public.v AS
 SELECT all_t.n
   FROM public.all_t() all_t(id, n);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.all_t()
 RETURNS SETOF public.t
 LANGUAGE sql
AS $function$select * from t$function$;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN m;
COMMIT;
