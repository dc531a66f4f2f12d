\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN b text;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin call log(new.a, new.b); return new; end $function$;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.log(IN a bigint, IN b text)
 LANGUAGE plpgsql
AS $procedure$ begin raise notice '% %', a, b; end $procedure$;
ALTER PROCEDURE public.log(bigint, text) OWNER TO postgres;
COMMIT;
BEGIN;
DROP TRIGGER t_log ON public.t;
CREATE TRIGGER t_log BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
COMMIT;
BEGIN;
DROP PROCEDURE public.log(integer);
COMMIT;
