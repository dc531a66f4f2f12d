\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.t_unique;
DROP INDEX CONCURRENTLY public.t_bucket;
BEGIN;
ALTER TABLE public.x DROP CONSTRAINT x_bucket_excl;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.p_bucket;
CREATE OR REPLACE FUNCTION public.bucket(n integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return n % 10; end$function$;
ALTER TABLE public.x ADD CONSTRAINT x_bucket_excl EXCLUDE USING btree (public.bucket(b) WITH =);
CREATE INDEX p_bucket ON public.p (public.bucket(b));
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.other(n integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return n; end$function$;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY t_unique ON public.t (public.bucket(b), id) WHERE (public.bucket(id) > 0);
CREATE INDEX CONCURRENTLY t_bucket ON public.t (public.bucket(b));
