\set ON_ERROR_STOP on
BEGIN;
DROP RULE logged ON public.t;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
CREATE RULE logged AS ON INSERT TO public.t DO  INSERT INTO public.log (a)
  VALUES (new.a);
COMMIT;
