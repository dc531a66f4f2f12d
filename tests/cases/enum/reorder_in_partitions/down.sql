\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v1;
ALTER TYPE public.mood RENAME TO pleat_old_mood;
CREATE TYPE public.mood AS ENUM ('a', 'b', 'c');
ALTER TYPE public.mood OWNER TO postgres;
LOCK TABLE ONLY public.t IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public.pleat_old_mood;
CREATE VIEW public.v1 AS
 SELECT t1.m
   FROM public.t1;
ALTER VIEW public.v1 OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'a'::public.mood;
COMMIT;
