\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin new.at := now(); return new; end$function$;
ALTER FUNCTION public.touch() OWNER TO postgres;
COMMIT;
BEGIN;
DROP TRIGGER t_touch ON public.t;
CREATE TRIGGER t_touch BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.touch();
COMMIT;
BEGIN;
DROP FUNCTION public.touch_all();
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN by;
COMMIT;
