\set ON_ERROR_STOP on
BEGIN;
DROP MATERIALIZED VIEW public.scores;
ALTER DOMAIN public.score DROP CONSTRAINT low;
CREATE MATERIALIZED VIEW public.scores AS
 SELECT ARRAY[(1)::public.score, (2)::public.score] AS all_of_them;
ALTER MATERIALIZED VIEW public.scores OWNER TO postgres;
COMMIT;
BEGIN;
DROP INDEX public.levels_all_of_them_idx;
COMMIT;
BEGIN;
DROP VIEW public.top;
DROP MATERIALIZED VIEW public.levels;
ALTER DOMAIN public.level ADD CONSTRAINT low CHECK ((VALUE > 0));
CREATE MATERIALIZED VIEW public.levels AS
 SELECT ARRAY[(1)::public.level, (2)::public.level] AS all_of_them,
    (ROW(1))::text AS t;
ALTER MATERIALIZED VIEW public.levels OWNER TO postgres;
CREATE INDEX levels_all_of_them_idx ON public.levels (all_of_them);
CREATE VIEW public.top AS
 SELECT levels.all_of_them[1] AS all_of_them
   FROM public.levels;
ALTER VIEW public.top OWNER TO postgres;
COMMIT;
