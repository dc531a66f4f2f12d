\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN d TYPE timestamp with time zone USING d::timestamp with time zone;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b,
    t.c,
    t.d
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT now();
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 0;
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'x'::text;
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE c IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of c of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ALTER COLUMN e DROP NOT NULL;
ALTER TABLE public.t ALTER COLUMN e DROP DEFAULT;
ALTER TABLE public.t DROP COLUMN e;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_c CHECK (c IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_c;
BEGIN;
ALTER TABLE public.t ALTER COLUMN c SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_c;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
COMMIT;
