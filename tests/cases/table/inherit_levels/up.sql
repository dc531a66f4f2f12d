\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.c ADD COLUMN z integer;
COMMIT;
BEGIN;
ALTER TABLE public.d ALTER COLUMN note SET DEFAULT 'of d'::text;
ALTER TABLE public.d ADD COLUMN more date;
COMMIT;
BEGIN;
ALTER TABLE public.a ADD COLUMN more date;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.a WHERE NOT (more > ''2020-01-01''::date)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check a_more of public.a: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.a ADD CONSTRAINT a_more CHECK ((more > '2020-01-01'::date)) NOT VALID;
COMMIT;
ALTER TABLE public.a VALIDATE CONSTRAINT a_more;
BEGIN;
ALTER TABLE public.b ALTER COLUMN x DROP DEFAULT;
ALTER TABLE public.b ALTER COLUMN x TYPE bigint USING x::bigint;
ALTER TABLE public.b ALTER COLUMN x SET DEFAULT 2;
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.a ALTER COLUMN id TYPE bigint USING id::bigint;
CREATE VIEW public.v AS
 SELECT a.id,
    a.note,
    a.more
   FROM public.a;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
