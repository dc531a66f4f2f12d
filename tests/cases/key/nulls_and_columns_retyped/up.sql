\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.r DROP CONSTRAINT r_a_b_fkey;
ALTER TABLE public.r ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.r ALTER COLUMN b TYPE text;
ALTER TABLE public.t DROP CONSTRAINT u;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.t ALTER COLUMN b TYPE text;
ALTER TABLE public.t ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a, b);
ALTER TABLE public.r ADD CONSTRAINT r_a_b_fkey FOREIGN KEY (a, b) REFERENCES public.t(a, b);
CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
