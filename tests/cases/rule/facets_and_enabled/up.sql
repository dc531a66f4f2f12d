\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.log ADD COLUMN at timestamp with time zone DEFAULT now();
COMMIT;
BEGIN;
COMMENT ON RULE three ON public.t IS 'keeps';
ALTER TABLE public.t ENABLE ALWAYS RULE three;
ALTER TABLE public.t ENABLE REPLICA RULE two;
DROP RULE one ON public.t;
ALTER TABLE public.log ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
CREATE RULE one AS ON INSERT TO public.t
   WHERE (new.a > 0) DO  INSERT INTO public.log (a)
  VALUES (new.a);
COMMIT;
