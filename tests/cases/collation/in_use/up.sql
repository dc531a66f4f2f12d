\set ON_ERROR_STOP on
BEGIN;
DROP DOMAIN public.label;
DROP INDEX public.person_city;
DROP INDEX public.person_name;
DROP VIEW public.sorted;
ALTER COLLATION public.names RENAME TO pleat_old_names;
CREATE COLLATION public.names (provider = icu, locale = 'und', deterministic = false);
ALTER COLLATION public.names OWNER TO postgres;
CREATE DOMAIN public.label AS text COLLATE public.names;
ALTER DOMAIN public.label OWNER TO postgres;
ALTER TABLE public.person ALTER COLUMN name TYPE text COLLATE public.names USING name::text::text;
DROP COLLATION public.pleat_old_names;
CREATE INDEX person_city ON public.person (city COLLATE public.names);
CREATE INDEX person_name ON public.person (name);
CREATE VIEW public.sorted AS
 SELECT person.id,
    person.name
   FROM public.person
  ORDER BY person.name;
ALTER VIEW public.sorted OWNER TO postgres;
COMMENT ON VIEW public.sorted IS 'by name';
COMMIT;
