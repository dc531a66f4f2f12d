\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
SELECT pg_catalog.setval('tools.ids', 2147483647) FROM tools.ids WHERE last_value > 2147483647;
ALTER SEQUENCE tools.ids AS integer CACHE 10;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN at SET DEFAULT clock_timestamp();
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE at IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of at of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_at CHECK (at IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_at;
BEGIN;
ALTER TABLE public.t ALTER COLUMN at SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_at;
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
DROP FUNCTION tools.new_id();
CREATE OR REPLACE FUNCTION tools.new_id(kind text DEFAULT 'x'::text)
 RETURNS text
 LANGUAGE sql
AS $function$ select kind || '1' $function$;
ALTER FUNCTION tools.new_id(text) OWNER TO postgres;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN id TYPE text USING id::text;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT tools.new_id();
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT nextval('tools.ids'::regclass);
CREATE VIEW public.v AS
 SELECT t.id,
    t.n
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
