\set ON_ERROR_STOP on
BEGIN;
CREATE DOMAIN public.email AS character varying(200);
ALTER DOMAIN public.email OWNER TO postgres;
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK (((VALUE)::text ~~ '%@%'::text));
COMMIT;
BEGIN;
ALTER TABLE public.person DROP CONSTRAINT person_email_check;
ALTER TABLE public.person ALTER COLUMN email DROP DEFAULT;
DROP INDEX public.person_email;
DROP VIEW public.person_v;
ALTER TABLE public.person ALTER COLUMN email TYPE public.email USING email::public.email;
ALTER TABLE public.person ALTER COLUMN email SET DEFAULT 'none@example.com'::character varying;
CREATE INDEX person_email ON public.person (lower((email)::text));
CREATE VIEW public.person_v AS
 SELECT person.id,
    person.email
   FROM public.person;
ALTER VIEW public.person_v OWNER TO postgres;
COMMIT;
