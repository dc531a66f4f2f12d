\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 7;
ALTER TABLE public.t ALTER COLUMN c DROP NOT NULL;
ALTER TABLE public.t ADD COLUMN e uuid;
ALTER TABLE public.t ALTER COLUMN e SET DEFAULT gen_random_uuid();
COMMIT;
-- pleat: backfill public.t
UPDATE public.t SET e = DEFAULT WHERE e IS NULL AND /*range*/ true;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE e IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of e of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_e CHECK (e IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_e;
BEGIN;
ALTER TABLE public.t ALTER COLUMN e SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_e;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE a IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of a of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE b IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of b of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_a CHECK (a IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_a;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_a;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_b CHECK (b IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_b;
BEGIN;
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_b;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN d TYPE date USING d::date;
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT CURRENT_DATE;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b,
    t.c,
    t.d,
    t.e
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
