\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.t IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t DROP CONSTRAINT t_b_check;
ALTER TABLE public.t DROP CONSTRAINT two;
DROP INDEX public.t_ba;
ALTER TABLE public.t ALTER COLUMN b TYPE numeric USING b::numeric;
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK ((b > (0)::numeric));
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;
ALTER TABLE public.t ADD CONSTRAINT two CHECK (((a)::numeric <> b));
CREATE INDEX t_ba ON public.t (b, a) WHERE (b > (10)::numeric);
CREATE VIEW public.v AS
 SELECT t.id,
    t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
