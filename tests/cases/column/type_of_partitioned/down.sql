\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
LOCK TABLE ONLY public.t IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.t_ba;
ALTER TABLE public.t DROP CONSTRAINT two;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
CREATE VIEW public.v AS
 SELECT t.id,
    t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER TABLE public.t DROP CONSTRAINT t_b_check;
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;
CREATE INDEX t_ba ON public.t (b, a) WHERE (b > 10);
ALTER TABLE public.t ADD CONSTRAINT two CHECK ((a <> b));
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK ((b > 0));
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;
COMMIT;
