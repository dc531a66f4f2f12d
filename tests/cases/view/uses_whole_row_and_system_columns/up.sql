\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN b integer;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public."json" AS
 SELECT (to_jsonb(t.*) - 'b'::text) AS j
   FROM public.t;
COMMIT;
BEGIN;
DROP VIEW public.whole;
CREATE VIEW public.whole AS
 SELECT t.*::public.t AS t,
    (t.tableoid)::regclass AS tab
   FROM public.t;
ALTER VIEW public.whole OWNER TO postgres;
COMMIT;
