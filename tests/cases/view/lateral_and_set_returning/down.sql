\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.tags;
ALTER TABLE public.t ALTER COLUMN tags TYPE text[] USING tags::text[];
CREATE VIEW public.tags AS
 SELECT t.id,
    x.tag,
    x.n
   FROM public.t,
    LATERAL unnest(t.tags) WITH ORDINALITY x(tag, n);
ALTER VIEW public.tags OWNER TO postgres;
COMMIT;
