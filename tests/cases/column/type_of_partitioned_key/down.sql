\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.t IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER changes ON public.t;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
CREATE TRIGGER changes AFTER UPDATE OF id, n ON public.t FOR EACH ROW WHEN ((old.id > 0)) EXECUTE FUNCTION public.f();
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT 0;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);
COMMIT;
BEGIN;
SELECT pg_catalog.setval('public.t_id_seq', 2147483647) FROM public.t_id_seq WHERE last_value > 2147483647;
ALTER SEQUENCE public.t_id_seq AS integer;
COMMIT;
