\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.person_v;
DROP INDEX public.person_email;
ALTER TABLE public.person ALTER COLUMN email DROP DEFAULT;
ALTER TABLE public.person ALTER COLUMN email TYPE text USING email::text;
CREATE VIEW public.person_v AS
 SELECT person.id,
    person.email
   FROM public.person;
ALTER VIEW public.person_v OWNER TO postgres;
CREATE INDEX person_email ON public.person (lower(email));
ALTER TABLE public.person ALTER COLUMN email SET DEFAULT 'none@example.com'::text;
ALTER TABLE public.person ADD CONSTRAINT person_email_check CHECK ((email ~~ '%@%'::text)) NOT VALID;
COMMIT;
ALTER TABLE public.person VALIDATE CONSTRAINT person_email_check;
BEGIN;
DROP DOMAIN public.email;
COMMIT;
