\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.log (
    a integer
);
ALTER TABLE public.log OWNER TO postgres;
COMMIT;
BEGIN;
CREATE RULE logged AS ON INSERT TO public.t DO  INSERT INTO public.log (a)
  VALUES (new.a);
COMMIT;
BEGIN;
CREATE TABLE public.q (
    a integer
);
ALTER TABLE public.q OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.p (
    a integer
);
ALTER TABLE public.p OWNER TO postgres;
COMMIT;
BEGIN;
CREATE POLICY of_q ON public.q FOR ALL USING ((a IN ( SELECT p.a
   FROM public.p)));
COMMIT;
BEGIN;
CREATE POLICY of_p ON public.p FOR ALL USING ((a IN ( SELECT q.a
   FROM public.q)));
COMMIT;
BEGIN;
CREATE RULE back AS ON INSERT TO public.log DO  DELETE FROM public.t;
COMMIT;
BEGIN;
DROP TABLE public.kept;
COMMIT;
