\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.doc ALTER COLUMN body DROP DEFAULT;
DROP VIEW public.tags;
ALTER TABLE public.doc ALTER COLUMN body TYPE jsonb USING body::jsonb;
ALTER TABLE public.doc ALTER COLUMN body SET DEFAULT '{}'::jsonb;
COMMIT;
CREATE INDEX CONCURRENTLY doc_body ON public.doc USING gin (body jsonb_path_ops);
BEGIN;
CREATE VIEW public.tags AS
 SELECT doc.id,
    (doc.body ->> 'tag'::text) AS tag
   FROM public.doc;
ALTER VIEW public.tags OWNER TO postgres;
COMMIT;
