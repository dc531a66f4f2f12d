\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.numbers;
DROP FUNCTION public.count_set();
CREATE OR REPLACE FUNCTION public.count_set()
 RETURNS bigint
 LANGUAGE sql
AS $function$select count(*) from t where flag$function$;
ALTER FUNCTION public.count_set() OWNER TO postgres;
CREATE VIEW public.numbers AS
 SELECT public.count_set() AS n;
ALTER VIEW public.numbers OWNER TO postgres;
COMMIT;
BEGIN;
DROP VIEW public.doubled;
DROP FUNCTION public.twice();
CREATE OR REPLACE FUNCTION public.twice()
 RETURNS bigint
 LANGUAGE sql
AS $function$select 2 * n from numbers$function$;
ALTER FUNCTION public.twice() OWNER TO postgres;
CREATE VIEW public.doubled AS
 SELECT public.twice() AS n2;
ALTER VIEW public.doubled OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN flag TYPE boolean USING flag::text::boolean;
COMMIT;
