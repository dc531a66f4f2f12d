\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_n_check;
CREATE OR REPLACE FUNCTION public.even(integer)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$begin return $1 = 0 or odd($1 - 1); end$function$;
ALTER FUNCTION public.even(integer) OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;
ALTER TABLE public.t ADD CONSTRAINT t_n_check CHECK (public.even(n));
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.odd(integer)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$begin return $1 <> 0 and even($1 - 1); end$function$;
ALTER FUNCTION public.odd(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.odd(bigint);
COMMIT;
BEGIN;
DROP FUNCTION public.even(bigint);
COMMIT;
