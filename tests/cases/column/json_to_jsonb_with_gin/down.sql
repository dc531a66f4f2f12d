\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.tags;
COMMIT;
DROP INDEX CONCURRENTLY public.doc_body;
BEGIN;
ALTER TABLE public.doc ALTER COLUMN body DROP DEFAULT;
ALTER TABLE public.doc ALTER COLUMN body TYPE json USING body::json;
CREATE VIEW public.tags AS
 SELECT doc.id,
    (doc.body ->> 'tag'::text) AS tag
   FROM public.doc;
ALTER VIEW public.tags OWNER TO postgres;
ALTER TABLE public.doc ALTER COLUMN body SET DEFAULT '{}'::json;
COMMIT;
