\set ON_ERROR_STOP on
BEGIN;
CREATE DOMAIN public.mail AS text;
ALTER DOMAIN public.mail OWNER TO postgres;
ALTER DOMAIN public.mail ADD CONSTRAINT has_at CHECK ((VALUE ~ '@'::text));
COMMENT ON CONSTRAINT has_at ON DOMAIN public.mail IS 'at';
ALTER DOMAIN public.mail ADD CONSTRAINT short CHECK ((length(VALUE) < 10));
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN n public.positive;
COMMENT ON COLUMN public.t.n IS 'n';
ALTER TABLE public.t ADD COLUMN m public.mail;
COMMIT;
