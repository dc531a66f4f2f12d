\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.about(integer, integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select abs($1 - $2) < 10$function$;
ALTER FUNCTION public.about(integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR public.~= (FUNCTION = public.about, COMMUTATOR = OPERATOR(public.~=), NEGATOR = OPERATOR(public.!~=), LEFTARG = integer, RIGHTARG = integer);
ALTER OPERATOR public.~=(integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW public.v AS
 SELECT x.a
   FROM (public.t x
     JOIN public.t y ON ((x.a OPERATOR(public.~=) y.a)));
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE NOT (a OPERATOR(public.~=) 10)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check t_a_check of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((a OPERATOR(public.~=) 10)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check;
