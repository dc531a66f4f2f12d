\set ON_ERROR_STOP on
BEGIN;
DROP RULE one ON public.t;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.log ALTER COLUMN a TYPE integer USING a::integer;
CREATE RULE one AS ON INSERT TO public.t DO  INSERT INTO public.log (a)
  VALUES (new.a);
COMMENT ON RULE one ON public.t IS 'logs';
ALTER TABLE public.t DISABLE RULE two;
ALTER TABLE public.t ENABLE RULE three;
COMMENT ON RULE three ON public.t IS NULL;
COMMIT;
BEGIN;
ALTER TABLE public.log DROP COLUMN at;
COMMIT;
