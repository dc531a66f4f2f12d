\set ON_ERROR_STOP on
BEGIN;
CREATE DOMAIN public.d AS integer DEFAULT 3 NOT NULL;
ALTER DOMAIN public.d OWNER TO postgres;
ALTER DOMAIN public.d ADD CONSTRAINT positive CHECK ((VALUE > 0));
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN b public.d[] DEFAULT '{}'::public.d[];
COMMIT;
