\set ON_ERROR_STOP on
BEGIN;
CREATE STATISTICS public.one ON (a * 2) FROM public.t;
ALTER STATISTICS public.one OWNER TO postgres;
CREATE STATISTICS public.s (mcv) ON (a % 10), lower("B c") FROM public.t;
ALTER STATISTICS public.s OWNER TO postgres;
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((a > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check;
