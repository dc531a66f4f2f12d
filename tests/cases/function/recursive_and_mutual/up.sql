\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.even(bigint)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$begin return $1 = 0 or odd($1 - 1); end$function$;
ALTER FUNCTION public.even(bigint) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.odd(bigint)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$begin return $1 <> 0 and even($1 - 1); end$function$;
ALTER FUNCTION public.odd(bigint) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.odd(integer);
COMMIT;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_n_check;
ALTER TABLE public.t ALTER COLUMN n TYPE bigint USING n::bigint;
DROP FUNCTION public.even(integer);
ALTER TABLE public.t ADD CONSTRAINT t_n_check CHECK (public.even(n));
COMMIT;
