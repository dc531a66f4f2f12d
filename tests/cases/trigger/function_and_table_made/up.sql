\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TABLE public.audit (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    of regclass,
    at timestamp with time zone DEFAULT now(),
    was jsonb
);
ALTER TABLE public.audit OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.note()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
AS $function$ begin insert into audit (of, was) values (tg_relid, to_jsonb(old)); return null; end $function$;
ALTER FUNCTION public.note() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TRIGGER note AFTER DELETE OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.note();
CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON public.t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.note();
COMMIT;
