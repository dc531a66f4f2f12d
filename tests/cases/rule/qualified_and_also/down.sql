\set ON_ERROR_STOP on
BEGIN;
DROP RULE t_upd ON public.t;
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;
ALTER TABLE public.audit ALTER COLUMN n TYPE integer USING n::integer;
CREATE RULE t_upd AS ON UPDATE TO public.t
   WHERE (old.n <> new.n) DO  INSERT INTO public.audit (id, n, what)
  VALUES (old.id, new.n, 'change'::text);
DROP RULE t_del ON public.t;
COMMIT;
BEGIN;
ALTER TABLE public.audit DROP COLUMN at;
COMMIT;
