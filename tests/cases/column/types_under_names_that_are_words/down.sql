\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.p ALTER COLUMN "full" TYPE integer USING "full"::integer;
ALTER TABLE public.p ALTER COLUMN text TYPE character varying(10) USING text::character varying(10);
ALTER TABLE public.p ALTER COLUMN date TYPE date USING date::date;
ALTER TABLE public.p ALTER COLUMN first TYPE integer USING first::integer;
ALTER TABLE public.p ALTER COLUMN id TYPE integer USING id::integer;
COMMIT;
BEGIN;
ALTER TABLE public.c ALTER COLUMN update TYPE integer USING update::integer;
COMMIT;
