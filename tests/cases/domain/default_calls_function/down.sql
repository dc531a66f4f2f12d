\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ALTER COLUMN code DROP NOT NULL;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.next_code()
 RETURNS text
 LANGUAGE sql
AS $function$ select 'c' || nextval('ids') $function$;
COMMIT;
BEGIN;
ALTER SEQUENCE public.ids AS bigint;
COMMIT;
