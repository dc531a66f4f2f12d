\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.tags;
ALTER TABLE public.t ALTER COLUMN tags TYPE character varying(20)[] USING tags::character varying(20)[];
CREATE VIEW public.tags AS
 SELECT t.id,
    x.tag,
    x.n
   FROM (public.t
     CROSS JOIN LATERAL unnest(t.tags) WITH ORDINALITY x(tag, n))
  WHERE (x.n < 10);
ALTER VIEW public.tags OWNER TO postgres;
COMMIT;
