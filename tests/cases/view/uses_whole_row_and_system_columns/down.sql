\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.whole;
CREATE VIEW public.whole AS
 SELECT t.*::public.t AS t,
    t.ctid AS place,
    (t.tableoid)::regclass AS tab
   FROM public.t;
ALTER VIEW public.whole OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public."json" AS
 SELECT to_jsonb(t.*) AS j
   FROM public.t;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN b;
COMMIT;
