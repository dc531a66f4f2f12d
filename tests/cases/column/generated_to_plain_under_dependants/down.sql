\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.w;
DROP INDEX public.v_h;
ALTER TABLE public.v DROP COLUMN h;
ALTER TABLE public.v ADD COLUMN h integer GENERATED ALWAYS AS ((a + 1)) STORED;
CREATE INDEX v_h ON public.v (h);
CREATE VIEW public.w AS
 SELECT v.h
   FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.r DROP CONSTRAINT r_h;
ALTER TABLE public.t DROP CONSTRAINT positive;
DROP INDEX public.t_a_h;
DROP INDEX public.t_h;
ALTER TABLE public.t DROP COLUMN h;
ALTER TABLE public.t ADD COLUMN h integer GENERATED ALWAYS AS ((a * 2)) STORED NOT NULL;
CREATE UNIQUE INDEX t_h ON public.t (h);
COMMENT ON INDEX public.t_h IS 'x';
CREATE INDEX t_a_h ON public.t (a) INCLUDE (h) WHERE (h > 1);
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((h > 0));
ALTER TABLE public.r ADD CONSTRAINT r_h FOREIGN KEY (h) REFERENCES public.t(h);
COMMIT;
