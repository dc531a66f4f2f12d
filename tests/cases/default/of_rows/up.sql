\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.u ALTER COLUMN r DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN s DROP DEFAULT;
DROP FUNCTION public.f(public.t);
DROP VIEW public.vt;
ALTER TABLE public.t ADD COLUMN c integer;
ALTER TABLE public.u ALTER COLUMN r SET DEFAULT ROW(1, 2, 3);
ALTER TABLE public.u ALTER COLUMN s SET DEFAULT ARRAY[ROW(1, 2, 3)::public.t];
ALTER TABLE public.u ALTER COLUMN n SET DEFAULT ROW(4, 5, 6);
CREATE OR REPLACE FUNCTION public.f(x public.t DEFAULT ROW(1, 2, 3)::public.t)
 RETURNS integer
 LANGUAGE sql
AS $function$select (x).a$function$;
ALTER FUNCTION public.f(public.t) OWNER TO postgres;
CREATE VIEW public.vt AS
 SELECT ROW(1, 2, 3)::public.t AS x;
ALTER VIEW public.vt OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.v ALTER COLUMN r DROP DEFAULT;
ALTER TABLE public.goes DROP COLUMN c;
ALTER TABLE public.v ALTER COLUMN r SET DEFAULT ROW(1, 2)::public.goes;
COMMIT;
BEGIN;
ALTER TABLE public.w ALTER COLUMN r DROP DEFAULT;
ALTER TABLE public.w ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.w ALTER COLUMN s TYPE text[] USING s::text[];
ALTER TABLE public.w ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.typed ALTER COLUMN b TYPE bigint USING b::bigint;
ALTER TABLE public.w ALTER COLUMN r TYPE public.typed USING r::text::public.typed;
ALTER TABLE public.w ALTER COLUMN s TYPE public.typed[] USING s::text[]::public.typed[];
ALTER TABLE public.w ALTER COLUMN r SET DEFAULT ROW(1, (2)::bigint);
ALTER TABLE public.w ALTER COLUMN s SET DEFAULT ARRAY[ROW(3, (4)::bigint)::public.typed];
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE c IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of c of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_c CHECK (c IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_c;
BEGIN;
ALTER TABLE public.t ALTER COLUMN c SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_c;
COMMIT;
