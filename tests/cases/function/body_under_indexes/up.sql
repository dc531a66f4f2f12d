\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.t_bucket;
DROP INDEX CONCURRENTLY public.t_unique;
BEGIN;
CREATE OR REPLACE FUNCTION public.other(n integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE COST 5
AS $function$begin return n; end$function$;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.p_bucket;
ALTER TABLE public.x DROP CONSTRAINT x_bucket_excl;
CREATE OR REPLACE FUNCTION public.bucket(n integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return n % 7; end$function$;
CREATE INDEX p_bucket ON public.p (public.bucket(b));
ALTER TABLE public.x ADD CONSTRAINT x_bucket_excl EXCLUDE USING btree (public.bucket(b) WITH =);
COMMIT;
CREATE INDEX CONCURRENTLY t_bucket ON public.t (public.bucket(b));
CREATE UNIQUE INDEX CONCURRENTLY t_unique ON public.t (public.bucket(b), id) WHERE (public.bucket(id) > 0);
