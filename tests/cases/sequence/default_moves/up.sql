\set ON_ERROR_STOP on
BEGIN;
CREATE SEQUENCE public.new_s;
ALTER SEQUENCE public.new_s OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.new_s'::regclass);
COMMIT;
BEGIN;
DROP SEQUENCE public.old_s;
COMMIT;
