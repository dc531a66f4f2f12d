\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.c ALTER COLUMN update TYPE bigint USING update::bigint;
COMMIT;
BEGIN;
ALTER TABLE public.p ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.p ALTER COLUMN first TYPE bigint USING first::bigint;
ALTER TABLE public.p ALTER COLUMN date TYPE timestamp without time zone USING date::timestamp without time zone;
ALTER TABLE public.p ALTER COLUMN text TYPE character varying(5) USING text::character varying(5);
ALTER TABLE public.p ALTER COLUMN "full" TYPE bigint USING "full"::bigint;
COMMIT;
