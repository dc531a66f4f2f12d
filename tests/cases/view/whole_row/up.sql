\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN c date;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.w AS
 SELECT (v.whole).a AS a,
    (v.whole).c AS c
   FROM public.v;
COMMIT;
