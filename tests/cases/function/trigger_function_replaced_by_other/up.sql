\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN by text;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.touch_all()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin new.at := now(); new.by := current_user; return new; end$function$;
ALTER FUNCTION public.touch_all() OWNER TO postgres;
COMMIT;
BEGIN;
DROP TRIGGER t_touch ON public.t;
CREATE TRIGGER t_touch BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.touch_all();
COMMIT;
BEGIN;
DROP FUNCTION public.touch();
COMMIT;
