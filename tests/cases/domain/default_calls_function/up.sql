\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
SELECT pg_catalog.setval('public.ids', 2147483647) FROM public.ids WHERE last_value > 2147483647;
ALTER SEQUENCE public.ids AS integer;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.next_code()
 RETURNS text
 LANGUAGE sql
AS $function$ select 'd' || nextval('ids') $function$;
COMMIT;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_code CHECK (code IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_code;
BEGIN;
ALTER TABLE public.t ALTER COLUMN code SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_code;
COMMIT;
