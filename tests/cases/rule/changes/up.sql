\set ON_ERROR_STOP on
BEGIN;
CREATE RULE many AS ON DELETE TO public.t DO INSTEAD ( INSERT INTO public.log (a, what)
  VALUES (old.a, ';'::text);
 DELETE FROM public.log
  WHERE (log.a = old.a);
);
ALTER TABLE public.t ENABLE ALWAYS RULE off;
DROP RULE logged ON public.t;
CREATE RULE logged AS ON INSERT TO public.t DO  INSERT INTO public.log (a, what)
  VALUES (new.a, 'into'::text);
DROP RULE gone ON public.t;
COMMIT;
