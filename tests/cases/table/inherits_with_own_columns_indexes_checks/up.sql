\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.base ADD COLUMN by text;
COMMIT;
BEGIN;
ALTER INDEX public.kid_at RENAME TO pleat_old_kid_at;
COMMIT;
CREATE INDEX CONCURRENTLY kid_at ON public.kid (at, extra);
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.base WHERE at IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of at of public.base: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.kid WHERE extra IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of extra of public.kid: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.kid WHERE NOT (extra <> ''''::text)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check kid_extra of public.kid: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.base ADD CONSTRAINT pleat_not_null_at CHECK (at IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.base VALIDATE CONSTRAINT pleat_not_null_at;
BEGIN;
ALTER TABLE public.base ALTER COLUMN at SET NOT NULL;
ALTER TABLE public.base DROP CONSTRAINT pleat_not_null_at;
COMMIT;
BEGIN;
ALTER TABLE public.kid ADD CONSTRAINT pleat_not_null_extra CHECK (extra IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.kid VALIDATE CONSTRAINT pleat_not_null_extra;
BEGIN;
ALTER TABLE public.kid ALTER COLUMN extra SET NOT NULL;
ALTER TABLE public.kid DROP CONSTRAINT pleat_not_null_extra;
ALTER TABLE public.kid ADD CONSTRAINT kid_extra CHECK ((extra <> ''::text)) NOT VALID;
COMMIT;
ALTER TABLE public.kid VALIDATE CONSTRAINT kid_extra;
BEGIN;
ALTER TABLE public.base DROP CONSTRAINT base_id_check;
COMMIT;
DROP INDEX CONCURRENTLY public.pleat_old_kid_at;
BEGIN;
DROP VIEW public.all_base;
ALTER TABLE public.base ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.base ADD CONSTRAINT base_id_check CHECK ((id > 10));
CREATE VIEW public.all_base AS
 SELECT base.id,
    base.at,
    base.by
   FROM public.base;
ALTER VIEW public.all_base OWNER TO postgres;
COMMIT;
