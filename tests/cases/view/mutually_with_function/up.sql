\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ALTER COLUMN flag TYPE smallint USING flag::text::smallint;
COMMIT;
BEGIN;
DROP VIEW public.doubled;
DROP FUNCTION public.twice();
CREATE OR REPLACE FUNCTION public.twice()
 RETURNS numeric
 LANGUAGE sql
AS $function$select 2 * n from numbers$function$;
ALTER FUNCTION public.twice() OWNER TO postgres;
CREATE VIEW public.doubled AS
 SELECT public.twice() AS n2;
ALTER VIEW public.doubled OWNER TO postgres;
COMMIT;
BEGIN;
DROP VIEW public.numbers;
DROP FUNCTION public.count_set();
CREATE OR REPLACE FUNCTION public.count_set()
 RETURNS numeric
 LANGUAGE sql
AS $function$select count(*)::numeric from t where flag <> 0$function$;
ALTER FUNCTION public.count_set() OWNER TO postgres;
CREATE VIEW public.numbers AS
 SELECT public.count_set() AS n;
ALTER VIEW public.numbers OWNER TO postgres;
COMMIT;
