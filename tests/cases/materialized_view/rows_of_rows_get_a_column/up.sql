\set ON_ERROR_STOP on
BEGIN;
DROP MATERIALIZED VIEW public.m;
ALTER TABLE public.t ADD COLUMN b boolean;
ALTER TABLE public.w ALTER COLUMN r TYPE text[] USING r::text[];
ALTER TABLE public.u ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t ADD COLUMN b integer DEFAULT 5 NOT NULL;
ALTER TABLE public.u ALTER COLUMN r TYPE public.t USING r::text::public.t;
ALTER TABLE public.w ALTER COLUMN r TYPE public.u[] USING r::text[]::public.u[];
CREATE MATERIALIZED VIEW public.m AS
 SELECT u.*::public.u AS r
   FROM public.u;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
COMMIT;
