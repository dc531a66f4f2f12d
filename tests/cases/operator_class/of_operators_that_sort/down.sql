\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.sorted;
DROP OPERATOR CLASS public.loose_ops USING btree;
CREATE OR REPLACE FUNCTION public.greater(a text, b text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select compare(a, b) > 0$function$;
ALTER FUNCTION public.greater(text, text) OWNER TO postgres;
CREATE OPERATOR public.>~ (FUNCTION = public.greater, COMMUTATOR = OPERATOR(public.<~), LEFTARG = text, RIGHTARG = text);
ALTER OPERATOR public.>~(text, text) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.same(a text, b text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select compare(a, b) = 0$function$;
ALTER FUNCTION public.same(text, text) OWNER TO postgres;
CREATE OPERATOR public.=~ (FUNCTION = public.same, COMMUTATOR = OPERATOR(public.=~), LEFTARG = text, RIGHTARG = text);
ALTER OPERATOR public.=~(text, text) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.less(a text, b text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select compare(a, b) < 0$function$;
ALTER FUNCTION public.less(text, text) OWNER TO postgres;
CREATE OPERATOR public.<~ (FUNCTION = public.less, COMMUTATOR = OPERATOR(public.>~), LEFTARG = text, RIGHTARG = text);
ALTER OPERATOR public.<~(text, text) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.compare(a text, b text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select 0$function$;
ALTER FUNCTION public.compare(text, text) OWNER TO postgres;
CREATE OPERATOR CLASS public.loose_ops FOR TYPE text USING btree FAMILY public.loose_ops AS OPERATOR 1 public.<~(text,text), OPERATOR 3 public.=~(text,text), OPERATOR 5 public.>~(text,text), FUNCTION 1 (text, text) public.compare(text,text);
ALTER OPERATOR CLASS public.loose_ops USING btree OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN word TYPE text USING word::text;
CREATE VIEW public.sorted AS
 SELECT t.id,
    t.word
   FROM public.t
  ORDER BY t.word USING OPERATOR(public.<~) NULLS LAST;
ALTER VIEW public.sorted OWNER TO postgres;
COMMIT;
BEGIN;
DROP OPERATOR public.>~(character varying, character varying);
COMMIT;
BEGIN;
DROP OPERATOR public.=~(character varying, character varying);
COMMIT;
BEGIN;
DROP OPERATOR public.<~(character varying, character varying);
COMMIT;
BEGIN;
DROP FUNCTION public.same(character varying, character varying);
COMMIT;
BEGIN;
DROP FUNCTION public.less(character varying, character varying);
COMMIT;
BEGIN;
DROP FUNCTION public.greater(character varying, character varying);
COMMIT;
BEGIN;
DROP FUNCTION public.compare(character varying, character varying);
COMMIT;
