\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN n integer;
COMMIT;
BEGIN;
CREATE VIEW public.a AS
 SELECT t.id,
    t.n
   FROM public.t;
ALTER VIEW public.a OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW public.b AS
 SELECT a.id
   FROM public.a;
ALTER VIEW public.b OWNER TO postgres;
COMMIT;
BEGIN;
CREATE MATERIALIZED VIEW public.c AS
 SELECT count(*) AS n
   FROM public.b;
ALTER MATERIALIZED VIEW public.c OWNER TO postgres;
CREATE UNIQUE INDEX c_n ON public.c (n);
COMMIT;
