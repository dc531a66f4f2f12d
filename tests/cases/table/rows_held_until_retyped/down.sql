\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.h;
ALTER TABLE public.history ALTER COLUMN was TYPE public.e USING was::text::public.e;
ALTER TABLE public.e DROP COLUMN day;
ALTER TABLE public.later ALTER COLUMN s TYPE text[] USING s::text[];
ALTER TABLE public.later ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.history ALTER COLUMN was TYPE text USING was::text;
ALTER TABLE public.e ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE public.history ALTER COLUMN was TYPE public.e USING was::text::public.e;
ALTER TABLE public.later ALTER COLUMN r TYPE public.e USING r::text::public.e;
ALTER TABLE public.later ALTER COLUMN s TYPE public.e[] USING s::text[]::public.e[];
CREATE VIEW public.h AS
 SELECT (history.was).id AS id,
    history.at
   FROM public.history;
ALTER VIEW public.h OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.later ALTER COLUMN s TYPE text USING s::text;
ALTER TABLE public.later ALTER COLUMN r TYPE text USING r::text;
COMMIT;
BEGIN;
ALTER TABLE public.history ALTER COLUMN others TYPE public.e[] USING others::text::public.e[];
COMMIT;
