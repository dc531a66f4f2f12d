\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;
COMMIT;
BEGIN;
CREATE SEQUENCE public.t_id_seq AS integer;
ALTER SEQUENCE public.t_id_seq OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);
COMMIT;
BEGIN;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
COMMIT;
