\set ON_ERROR_STOP on
BEGIN;
ALTER SEQUENCE public.t_id_seq RENAME TO pleat_new_t_id_seq;
COMMIT;
BEGIN;
CREATE SEQUENCE public.t_id_seq AS integer;
ALTER SEQUENCE public.t_id_seq OWNER TO postgres;
COMMIT;
BEGIN;
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
SELECT pg_catalog.setval('public.t_id_seq', least(greatest(o.last_value, s.seqmin), s.seqmax), o.is_called) FROM public.pleat_new_t_id_seq o, pg_catalog.pg_sequence s WHERE s.seqrelid = 'public.t_id_seq'::pg_catalog.regclass;
ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);
COMMIT;
BEGIN;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
COMMIT;
