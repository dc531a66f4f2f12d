\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN $1;
ALTER FUNCTION public.f(text) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.f(public.level);
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN level DROP DEFAULT;
ALTER TABLE public.t DROP CONSTRAINT t_level_check;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN level TYPE text USING level::text;
ALTER TABLE public.t ALTER COLUMN level SET DEFAULT 'a'::text;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE NOT (level = ANY (ARRAY[''a''::text, ''b''::text]))' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check known of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT known CHECK ((level = ANY (ARRAY['a'::text, 'b'::text]))) NOT VALID;
DROP TYPE public.level;
ALTER TABLE public.t ADD CONSTRAINT t_level_check CHECK ((level <> 'b'::text));
CREATE VIEW public.v AS
 SELECT t.level
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT known;
