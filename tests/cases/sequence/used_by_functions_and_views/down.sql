\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n TYPE bigint USING n::bigint;
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT nextval('public.s'::regclass);
COMMIT;
BEGIN;
DROP VIEW public.v;
CREATE OR REPLACE VIEW public.v AS
 SELECT nextval('public.s'::regclass) AS n,
    s.last_value
   FROM public.s;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER SEQUENCE public.s AS bigint NO MAXVALUE;
COMMIT;
