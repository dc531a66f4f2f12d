\set ON_ERROR_STOP on
BEGIN;
CREATE OR REPLACE VIEW public.narrow AS
 SELECT mine.id
   FROM public.mine
  WHERE (mine.id > 10);
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.mine AS
 SELECT t.id,
    t.owner
   FROM public.t
  WHERE (t.owner = CURRENT_USER);
COMMIT;
