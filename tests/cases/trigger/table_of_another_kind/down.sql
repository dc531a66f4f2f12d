\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;
ALTER FUNCTION public.f() OWNER TO postgres;
COMMIT;
BEGIN;
DROP TRIGGER tr ON public.t;
DROP FOREIGN TABLE public.t;
COMMIT;
BEGIN;
CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO postgres;
CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
COMMIT;
BEGIN;
DROP FUNCTION public.g();
COMMIT;
