\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.t (
    id integer,
    up integer
);
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW public.odd AS
 SELECT t.id AS "A b",
    t.up AS "select"
   FROM public.t;
ALTER VIEW public.odd OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW public.r AS
 WITH RECURSIVE r(id, depth) AS (
         SELECT t.id,
            1 AS "?column?"
           FROM public.t
          WHERE (t.up IS NULL)
        UNION ALL
         SELECT t.id,
            (r_1.depth + 1)
           FROM (public.t
             JOIN r r_1 ON ((r_1.id = t.up)))
        )
 SELECT r.id,
    r.depth
   FROM r;
ALTER VIEW public.r OWNER TO postgres;
COMMIT;
