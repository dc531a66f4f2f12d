\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN gone text DEFAULT 'x'::text;
ALTER TABLE public.t ADD COLUMN gone_too integer;
ALTER TABLE public.t DROP CONSTRAINT t_g_check;
ALTER TABLE public.t DROP CONSTRAINT t_f_key;
ALTER TABLE public.t ALTER COLUMN d DROP NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE gone_too IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of gone_too of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_gone_too CHECK (gone_too IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_gone_too;
BEGIN;
ALTER TABLE public.t ALTER COLUMN gone_too SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_gone_too;
ALTER TABLE public.t DROP COLUMN g;
ALTER TABLE public.t DROP COLUMN f;
ALTER TABLE public.t DROP COLUMN e;
ALTER TABLE public.t DROP COLUMN d;
ALTER TABLE public.t DROP COLUMN c;
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t DROP COLUMN a;
COMMIT;
