\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN c TYPE text USING c::text;
ALTER TABLE public.t ALTER COLUMN c SET STORAGE MAIN;
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(20) USING a::character varying(20);
ALTER TABLE public.t ALTER COLUMN a SET COMPRESSION pglz;
CREATE VIEW public.v AS
 SELECT t.a,
    t.c
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN b TYPE text USING b::text;
ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION pglz;
COMMIT;
