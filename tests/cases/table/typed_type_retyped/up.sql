\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t NOT OF;
ALTER TABLE public.t ADD COLUMN n integer;
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN zip TYPE text;
CREATE VIEW public.v AS
 SELECT t.street,
    t.zip
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TYPE public.mood RENAME TO pleat_old_mood;
CREATE TYPE public.mood AS ENUM ('high', 'low');
ALTER TYPE public.mood OWNER TO postgres;
ALTER TYPE public.address RENAME TO pleat_old_address;
CREATE TYPE public.address AS (street text, zip text, m public.mood, n integer);
ALTER TYPE public.address OWNER TO postgres;
DROP TYPE public.pleat_old_address;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'low'::public.mood;
DROP TYPE public.pleat_old_mood;
COMMIT;
BEGIN;
ALTER TABLE public.t OF public.address;
COMMIT;
