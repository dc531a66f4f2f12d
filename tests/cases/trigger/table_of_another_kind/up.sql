\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.g()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;
ALTER FUNCTION public.g() OWNER TO postgres;
COMMIT;
BEGIN;
DROP TRIGGER tr ON public.t;
DROP TABLE public.t;
COMMIT;
BEGIN;
CREATE FOREIGN TABLE public.t (
    a integer
) SERVER s;
ALTER FOREIGN TABLE public.t OWNER TO postgres;
CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.g();
COMMIT;
BEGIN;
DROP FUNCTION public.f();
COMMIT;
