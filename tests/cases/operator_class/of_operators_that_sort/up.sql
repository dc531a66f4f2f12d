\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.compare(a character varying, b character varying)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select 0$function$;
ALTER FUNCTION public.compare(character varying, character varying) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.greater(a character varying, b character varying)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select compare(a, b) > 0$function$;
ALTER FUNCTION public.greater(character varying, character varying) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.less(a character varying, b character varying)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select compare(a, b) < 0$function$;
ALTER FUNCTION public.less(character varying, character varying) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.same(a character varying, b character varying)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select compare(a, b) = 0$function$;
ALTER FUNCTION public.same(character varying, character varying) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR public.<~ (FUNCTION = public.less, COMMUTATOR = OPERATOR(public.>~), LEFTARG = character varying, RIGHTARG = character varying);
ALTER OPERATOR public.<~(character varying, character varying) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR public.=~ (FUNCTION = public.same, COMMUTATOR = OPERATOR(public.=~), LEFTARG = character varying, RIGHTARG = character varying);
ALTER OPERATOR public.=~(character varying, character varying) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR public.>~ (FUNCTION = public.greater, COMMUTATOR = OPERATOR(public.<~), LEFTARG = character varying, RIGHTARG = character varying);
ALTER OPERATOR public.>~(character varying, character varying) OWNER TO postgres;
COMMIT;
BEGIN;
DROP VIEW public.sorted;
ALTER TABLE public.t ALTER COLUMN word TYPE character varying USING word::character varying;
DROP OPERATOR CLASS public.loose_ops USING btree;
DROP FUNCTION public.compare(text, text);
DROP OPERATOR public.<~(text, text);
DROP FUNCTION public.less(text, text);
DROP OPERATOR public.=~(text, text);
DROP FUNCTION public.same(text, text);
DROP OPERATOR public.>~(text, text);
DROP FUNCTION public.greater(text, text);
CREATE OPERATOR CLASS public.loose_ops FOR TYPE character varying USING btree FAMILY public.loose_ops AS OPERATOR 1 public.<~(character varying,character varying), OPERATOR 3 public.=~(character varying,character varying), OPERATOR 5 public.>~(character varying,character varying), FUNCTION 1 (character varying, character varying) public.compare(character varying,character varying);
ALTER OPERATOR CLASS public.loose_ops USING btree OWNER TO postgres;
CREATE VIEW public.sorted AS
 SELECT t.id,
    t.word
   FROM public.t
  ORDER BY t.word USING OPERATOR(public.<~) NULLS LAST;
ALTER VIEW public.sorted OWNER TO postgres;
COMMIT;
