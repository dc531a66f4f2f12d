\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TYPE public."Odd type" AS (a integer);
ALTER TYPE public."Odd type" OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.make(integer)
 RETURNS public."Odd type"
 LANGUAGE sql
AS $function$select row($1)::"Odd type"$function$;
ALTER FUNCTION public.make(integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE CAST (integer AS public."Odd type") WITH FUNCTION public.make(integer) AS IMPLICIT;
COMMENT ON CAST (integer AS public."Odd type") IS 'it''s odd';
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN b public."Odd type";
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT (1)::public."Odd type";
COMMIT;
-- pleat: backfill public.t
UPDATE public.t SET b = DEFAULT WHERE b IS NOT DISTINCT FROM NULL AND /*range*/ true;
BEGIN;
CREATE VIEW public.v AS
 SELECT (t.a)::public."Odd type" AS b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
