\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN b TYPE jsonb USING b::jsonb;
ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION pglz;
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(40);
ALTER TABLE public.t ALTER COLUMN a SET COMPRESSION pglz;
ALTER TABLE public.t ALTER COLUMN c TYPE character varying USING c::character varying;
ALTER TABLE public.t ALTER COLUMN c SET STORAGE MAIN;
CREATE VIEW public.v AS
 SELECT t.a,
    t.c
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
