\set ON_ERROR_STOP on
BEGIN;
CREATE OR REPLACE VIEW public.v WITH (security_invoker='true') AS
 SELECT t.a
   FROM public.t;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.w WITH (security_barrier='false', check_option='cascaded') AS
 SELECT t.a
   FROM public.t;
COMMIT;
