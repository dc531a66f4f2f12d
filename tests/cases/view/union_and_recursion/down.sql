\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.leaves;
DROP VIEW public.tree;
ALTER TABLE public.node ALTER COLUMN name TYPE text USING name::text;
ALTER TABLE public.node ALTER COLUMN up TYPE integer USING up::integer;
ALTER TABLE public.node ALTER COLUMN id TYPE integer USING id::integer;
CREATE VIEW public.tree AS
 WITH RECURSIVE r AS (
         SELECT node.id,
            node.name,
            1 AS depth
           FROM public.node
          WHERE (node.up IS NULL)
        UNION ALL
         SELECT n.id,
            n.name,
            (r_1.depth + 1)
           FROM (public.node n
             JOIN r r_1 ON ((n.up = r_1.id)))
        )
 SELECT r.id,
    r.name,
    r.depth
   FROM r;
ALTER VIEW public.tree OWNER TO postgres;
CREATE VIEW public.leaves AS
 SELECT t.id,
    t.depth
   FROM public.tree t
  WHERE (NOT (EXISTS ( SELECT
           FROM public.node n
          WHERE (n.up = t.id))))
UNION
 SELECT 0 AS id,
    0 AS depth;
ALTER VIEW public.leaves OWNER TO postgres;
COMMIT;
