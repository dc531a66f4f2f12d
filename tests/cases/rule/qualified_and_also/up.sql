\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.audit ADD COLUMN at timestamp with time zone DEFAULT now();
COMMIT;
BEGIN;
CREATE RULE t_del AS ON DELETE TO public.t DO  INSERT INTO public.audit (id, what)
  VALUES (old.id, 'delete'::text);
DROP RULE t_upd ON public.t;
ALTER TABLE public.audit ALTER COLUMN n TYPE bigint USING n::bigint;
ALTER TABLE public.t ALTER COLUMN n TYPE bigint USING n::bigint;
CREATE RULE t_upd AS ON UPDATE TO public.t
   WHERE (old.n IS DISTINCT FROM new.n) DO  INSERT INTO public.audit (id, n, what)
  VALUES (old.id, new.n, 'update'::text);
COMMIT;
