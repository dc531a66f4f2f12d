\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.sorted;
DROP INDEX public.person_name;
DROP INDEX public.person_city;
ALTER COLLATION public.names RENAME TO pleat_old_names;
CREATE COLLATION public.names (provider = icu, locale = 'und');
ALTER COLLATION public.names OWNER TO postgres;
ALTER TABLE public.person ALTER COLUMN name TYPE text COLLATE public.names USING name::text::text;
DROP DOMAIN public.label;
DROP COLLATION public.pleat_old_names;
CREATE VIEW public.sorted AS
 SELECT person.id,
    person.name
   FROM public.person
  ORDER BY person.name;
ALTER VIEW public.sorted OWNER TO postgres;
COMMENT ON VIEW public.sorted IS 'by name';
CREATE INDEX person_name ON public.person (name);
CREATE INDEX person_city ON public.person (city COLLATE public.names);
CREATE DOMAIN public.label AS text COLLATE public.names;
ALTER DOMAIN public.label OWNER TO postgres;
COMMIT;
