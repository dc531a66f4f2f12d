\set ON_ERROR_STOP on
BEGIN;
CREATE SEQUENCE public.t_id_seq AS integer;
ALTER SEQUENCE public.t_id_seq OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL;
COMMIT;
BEGIN;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
COMMIT;
