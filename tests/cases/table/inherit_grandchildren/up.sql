\set ON_ERROR_STOP on
BEGIN;
COMMENT ON COLUMN public.d.a IS NULL;
ALTER TABLE public.d ADD COLUMN e integer;
COMMIT;
BEGIN;
ALTER TABLE public.p ADD COLUMN x text DEFAULT 'x'::text;
COMMIT;
BEGIN;
COMMENT ON COLUMN public.d.x IS 'deep';
COMMIT;
CREATE INDEX CONCURRENTLY d_x ON public.d (x);
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.c WHERE c IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of c of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.c ADD CONSTRAINT pleat_not_null_c CHECK (c IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT pleat_not_null_c;
BEGIN;
ALTER TABLE public.c ALTER COLUMN c SET NOT NULL;
ALTER TABLE public.c DROP CONSTRAINT pleat_not_null_c;
COMMIT;
DROP INDEX CONCURRENTLY public.d_a;
BEGIN;
ALTER TABLE public.p ALTER COLUMN a TYPE bigint USING a::bigint;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.p WHERE NOT (a > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check pos of public.p: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.p ADD CONSTRAINT pos CHECK ((a > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.p VALIDATE CONSTRAINT pos;
BEGIN;
CREATE VIEW public.v AS
 SELECT p.a,
    p.b,
    p.x
   FROM public.p;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
