\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.add_up(numeric, integer)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 + coalesce($2, 0)$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = public.add_up,
    STYPE = numeric,
    INITCOND = '10'
);
COMMIT;
