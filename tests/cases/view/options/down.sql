\set ON_ERROR_STOP on
BEGIN;
CREATE OR REPLACE VIEW public.w WITH (check_option='local') AS
 SELECT t.a
   FROM public.t;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v WITH (security_barrier='true') AS
 SELECT t.a
   FROM public.t;
COMMIT;
