\set ON_ERROR_STOP on
BEGIN;
CREATE SEQUENCE public.a_id_seq AS integer;
ALTER SEQUENCE public.a_id_seq OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.b ALTER COLUMN id SET DEFAULT nextval('public.a_id_seq'::regclass);
COMMIT;
BEGIN;
ALTER TABLE public.a ALTER COLUMN id SET DEFAULT nextval('public.a_id_seq'::regclass);
COMMIT;
BEGIN;
ALTER SEQUENCE public.a_id_seq OWNED BY public.a.id;
COMMIT;
