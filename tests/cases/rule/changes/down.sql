\set ON_ERROR_STOP on
BEGIN;
CREATE RULE gone AS ON DELETE TO public.t DO INSTEAD NOTHING;
DROP RULE logged ON public.t;
CREATE RULE logged AS ON INSERT TO public.t DO  INSERT INTO public.log (a, what)
  VALUES (new.a, 'in'::text);
COMMENT ON RULE logged ON public.t IS 'keeps a log';
ALTER TABLE public.t DISABLE RULE off;
DROP RULE many ON public.t;
COMMIT;
