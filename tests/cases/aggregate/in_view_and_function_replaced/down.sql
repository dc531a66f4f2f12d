\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = public.add_up,
    STYPE = numeric,
    INITCOND = '0'
);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.add_up(numeric, integer)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 + $2$function$;
COMMIT;
