\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
DROP VIEW public.v;
ALTER TYPE public.mood RENAME TO pleat_old_mood;
CREATE TYPE public.mood AS ENUM ('a', 'b');
ALTER TYPE public.mood OWNER TO postgres;
GRANT USAGE ON TYPE public.mood TO case_reader;
COMMENT ON TYPE public.mood IS 'how';
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'b'::public.mood;
ALTER TABLE public.t ALTER COLUMN ms TYPE public.mood[] USING ms::text[]::public.mood[];
DROP TYPE public.pleat_old_mood;
CREATE VIEW public.v AS
 SELECT t.m
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
