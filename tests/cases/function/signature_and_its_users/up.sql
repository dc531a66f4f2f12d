\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t DROP CONSTRAINT t_a_check;
ALTER TABLE public.t DROP CONSTRAINT t_b_check;
COMMIT;
DROP INDEX CONCURRENTLY public.t_f;
BEGIN;
DROP VIEW public.vv;
DROP VIEW public.v;
DROP FUNCTION public.f(integer);
CREATE OR REPLACE FUNCTION public.f(a integer, b text DEFAULT 'x'::text)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return 1; end$function$;
ALTER FUNCTION public.f(integer, text) OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f(1, 'y'::text);
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE NOT (public.f(a, ''z''::text) > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check t_a_check of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a, 'z'::text) > 0)) NOT VALID;
DROP FUNCTION public.g(integer, integer);
CREATE OR REPLACE FUNCTION public.g(a integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return 1; end$function$;
ALTER FUNCTION public.g(integer) OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT public.g(1);
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE NOT (public.g(b) > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check t_b_check of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK ((public.g(b) > 0)) NOT VALID;
COMMIT;
CREATE INDEX CONCURRENTLY t_f ON public.t (public.f(a, 'q'::text), public.g(b));
BEGIN;
CREATE VIEW public.v AS
 SELECT public.f(t.a, 'b'::text) AS fa,
    public.g(t.b) AS gb,
    1 AS more
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.vv AS
 SELECT v.fa
   FROM public.v;
ALTER VIEW public.vv OWNER TO postgres;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check;
ALTER TABLE public.t VALIDATE CONSTRAINT t_b_check;
