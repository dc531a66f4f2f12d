\set ON_ERROR_STOP on
BEGIN;
CREATE OR REPLACE VIEW public.mine WITH (security_barrier='true', check_option='local') AS
 SELECT t.id,
    t.owner
   FROM public.t
  WHERE (t.owner = CURRENT_USER);
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.narrow WITH (security_barrier='true', check_option='cascaded') AS
 SELECT mine.id
   FROM public.mine
  WHERE (mine.id > 10);
COMMIT;
