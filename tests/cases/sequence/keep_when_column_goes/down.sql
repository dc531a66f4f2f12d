\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL;
COMMIT;
BEGIN;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
COMMIT;
