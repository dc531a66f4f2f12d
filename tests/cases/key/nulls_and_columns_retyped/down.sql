\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.r DROP CONSTRAINT r_a_b_fkey;
ALTER TABLE public.t DROP CONSTRAINT u;
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(10) USING b::character varying(10);
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER TABLE public.t ADD CONSTRAINT u UNIQUE (a, b);
ALTER TABLE public.r ALTER COLUMN b TYPE character varying(10) USING b::character varying(10);
ALTER TABLE public.r ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.r ADD CONSTRAINT r_a_b_fkey FOREIGN KEY (a, b) REFERENCES public.t(a, b);
COMMIT;
