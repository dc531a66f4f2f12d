\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.base ADD COLUMN gone integer;
ALTER TABLE public.base ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.base ALTER COLUMN id TYPE integer USING id::integer;
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.base ALTER COLUMN name TYPE character varying(10) USING name::character varying(10);
CREATE VIEW public.v AS
 SELECT child.name
   FROM public.child;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.base DROP COLUMN fresh;
COMMIT;
