\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.w;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN code TYPE character(3) COLLATE pg_catalog."C" USING code::character(3);
ALTER TABLE public.t ALTER COLUMN name TYPE character varying(20) USING name::character varying(20);
CREATE VIEW public.v AS
 SELECT t.name,
    t.code
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.w AS
 SELECT upper((v.name)::text) AS name
   FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
COMMIT;
