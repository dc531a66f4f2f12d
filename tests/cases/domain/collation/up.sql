\set ON_ERROR_STOP on
BEGIN;
ALTER DOMAIN public.d RENAME TO pleat_old_d;
CREATE DOMAIN public.d AS text COLLATE pg_catalog."C";
ALTER DOMAIN public.d OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN d TYPE public.d USING d::text::public.d;
DROP DOMAIN public.pleat_old_d;
COMMIT;
