\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO postgres;
CREATE RULE logged AS ON INSERT TO public.t DO  INSERT INTO public.log (a)
  VALUES (new.a);
COMMIT;
BEGIN;
CREATE RULE back AS ON INSERT TO public.log DO  DELETE FROM public.t;
COMMIT;
