\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t NOT OF;
COMMIT;
BEGIN;
ALTER TYPE public.mood RENAME TO pleat_old_mood;
CREATE TYPE public.mood AS ENUM ('low', 'high');
ALTER TYPE public.mood OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TYPE public.address RENAME TO pleat_old_address;
CREATE TYPE public.address AS (street text, zip character varying(10), m public.mood);
ALTER TYPE public.address OWNER TO postgres;
DROP TYPE public.pleat_old_address;
DROP TYPE public.pleat_old_mood;
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'low'::public.mood;
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN zip TYPE character varying(10) USING zip::character varying(10);
CREATE VIEW public.v AS
 SELECT t.street,
    t.zip
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN n;
ALTER TABLE public.t OF public.address;
COMMIT;
