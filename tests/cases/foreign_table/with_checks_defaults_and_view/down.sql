\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.ft DROP CONSTRAINT ft_id_check;
ALTER TABLE public.ft ALTER COLUMN id TYPE integer;
CREATE VIEW public.v AS
 SELECT ft.id,
    ft.name
   FROM public.ft;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.ft DROP COLUMN at;
ALTER TABLE public.ft ALTER COLUMN name DROP DEFAULT;
ALTER FOREIGN TABLE public.ft OPTIONS (SET t 'x');
COMMIT;
BEGIN;
ALTER SERVER s OPTIONS (DROP port, SET host 'a');
COMMIT;
