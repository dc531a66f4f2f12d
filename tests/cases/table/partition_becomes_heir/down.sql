\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.p1 NO INHERIT public.base;
COMMIT;
BEGIN;
ALTER TABLE public.base ADD COLUMN b integer;
COMMIT;
BEGIN;
CREATE VIEW public.v AS
 SELECT base.b
   FROM public.base;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.p1 ADD COLUMN b integer;
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (1) TO (2);
COMMIT;
