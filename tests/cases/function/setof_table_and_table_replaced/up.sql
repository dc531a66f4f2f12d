\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN m integer;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.all_t()
 RETURNS SETOF public.t
 LANGUAGE sql
AS $function$select * from t where m > 0$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT all_t.n,
    all_t.m
   FROM public.all_t() all_t(id, n, m);
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
COMMIT;
