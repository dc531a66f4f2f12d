\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.handle(internal)
 RETURNS index_am_handler
 LANGUAGE internal
AS $function$brinhandler$function$;
ALTER FUNCTION public.handle(internal) OWNER TO postgres;
COMMIT;
BEGIN;
DROP INDEX public.t_a;
DROP OPERATOR CLASS public.ints USING tree;
DROP OPERATOR FAMILY public.ints USING tree;
DROP ACCESS METHOD tree;
CREATE ACCESS METHOD tree TYPE INDEX HANDLER public.handle;
CREATE OPERATOR FAMILY public.ints USING tree;
ALTER OPERATOR FAMILY public.ints USING tree OWNER TO postgres;
CREATE OPERATOR CLASS public.ints FOR TYPE integer USING tree FAMILY public.ints AS OPERATOR 1 <(integer,integer), OPERATOR 2 <=(integer,integer), OPERATOR 3 =(integer,integer), OPERATOR 4 >=(integer,integer), OPERATOR 5 >(integer,integer), FUNCTION 1 (integer, integer) brin_minmax_opcinfo(internal), FUNCTION 2 (integer, integer) brin_minmax_add_value(internal,internal,internal,internal), FUNCTION 3 (integer, integer) brin_minmax_consistent(internal,internal,internal), FUNCTION 4 (integer, integer) brin_minmax_union(internal,internal,internal);
ALTER OPERATOR CLASS public.ints USING tree OWNER TO postgres;
CREATE INDEX t_a ON public.t USING tree (a public.ints);
COMMIT;
