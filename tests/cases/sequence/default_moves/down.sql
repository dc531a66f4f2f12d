\set ON_ERROR_STOP on
BEGIN;
CREATE SEQUENCE public.old_s;
ALTER SEQUENCE public.old_s OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.old_s'::regclass);
COMMIT;
BEGIN;
DROP SEQUENCE public.new_s;
COMMIT;
