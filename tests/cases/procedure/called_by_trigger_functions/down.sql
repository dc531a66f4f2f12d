\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE PROCEDURE public.log(IN a integer)
 LANGUAGE plpgsql
AS $procedure$ begin end $procedure$;
ALTER PROCEDURE public.log(integer) OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
DROP TRIGGER t_log ON public.t;
CREATE TRIGGER t_log BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
COMMIT;
BEGIN;
DROP PROCEDURE public.log(bigint, text);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin call log(new.a); return new; end $function$;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN b;
COMMIT;
