\set ON_ERROR_STOP on
BEGIN;
ALTER SERVER s OPTIONS (SET host 'b', ADD port '1');
COMMIT;
BEGIN;
ALTER FOREIGN TABLE public.ft OPTIONS (SET t 'y');
ALTER TABLE public.ft ALTER COLUMN name SET DEFAULT 'n'::text;
ALTER TABLE public.ft ADD COLUMN at date OPTIONS (col 'at_col');
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.ft ALTER COLUMN id TYPE bigint;
ALTER TABLE public.ft ADD CONSTRAINT ft_id_check CHECK ((id > 0));
CREATE VIEW public.v AS
 SELECT ft.id,
    ft.name,
    ft.at
   FROM public.ft;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
