\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.history ALTER COLUMN others TYPE text USING others::text;
COMMIT;
BEGIN;
ALTER TABLE public.later ALTER COLUMN r TYPE public.e USING r::public.e;
ALTER TABLE public.later ALTER COLUMN s TYPE public.e[] USING s::text::public.e[];
COMMIT;
BEGIN;
DROP VIEW public.h;
ALTER TABLE public.later ALTER COLUMN s TYPE text[] USING s::text[];
ALTER TABLE public.later ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.history ALTER COLUMN was TYPE text USING was::text;
ALTER TABLE public.e ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.history ALTER COLUMN was TYPE public.e USING was::text::public.e;
ALTER TABLE public.later ALTER COLUMN r TYPE public.e USING r::text::public.e;
ALTER TABLE public.later ALTER COLUMN s TYPE public.e[] USING s::text[]::public.e[];
ALTER TABLE public.e ADD COLUMN day boolean;
ALTER TABLE public.later ALTER COLUMN s TYPE text[] USING s::text[];
ALTER TABLE public.later ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.history ALTER COLUMN was TYPE text USING was::text;
ALTER TABLE public.e DROP COLUMN day;
ALTER TABLE public.e ADD COLUMN day date DEFAULT CURRENT_DATE;
ALTER TABLE public.history ALTER COLUMN was TYPE public.e USING was::text::public.e;
ALTER TABLE public.later ALTER COLUMN r TYPE public.e USING r::text::public.e;
ALTER TABLE public.later ALTER COLUMN s TYPE public.e[] USING s::text[]::public.e[];
ALTER TABLE public.history ALTER COLUMN was TYPE jsonb USING was::text::jsonb;
CREATE VIEW public.h AS
 SELECT (history.was -> 'id'::text) AS id,
    history.at
   FROM public.history;
ALTER VIEW public.h OWNER TO postgres;
COMMIT;
