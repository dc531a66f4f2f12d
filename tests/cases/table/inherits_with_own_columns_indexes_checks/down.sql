\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.all_base;
ALTER TABLE public.base DROP CONSTRAINT base_id_check;
ALTER TABLE public.base ALTER COLUMN id TYPE integer USING id::integer;
CREATE VIEW public.all_base AS
 SELECT base.id,
    base.at
   FROM public.base;
ALTER VIEW public.all_base OWNER TO postgres;
COMMIT;
CREATE INDEX CONCURRENTLY pleat_old_kid_at ON public.kid (at);
BEGIN;
ALTER TABLE public.base ADD CONSTRAINT base_id_check CHECK ((id > 0));
COMMIT;
BEGIN;
ALTER TABLE public.kid DROP CONSTRAINT kid_extra;
ALTER TABLE public.kid ALTER COLUMN extra DROP NOT NULL;
COMMIT;
BEGIN;
ALTER TABLE public.base ALTER COLUMN at DROP NOT NULL;
COMMIT;
DROP INDEX CONCURRENTLY public.kid_at;
BEGIN;
ALTER INDEX public.pleat_old_kid_at RENAME TO kid_at;
COMMIT;
BEGIN;
ALTER TABLE public.base DROP COLUMN by;
COMMIT;
