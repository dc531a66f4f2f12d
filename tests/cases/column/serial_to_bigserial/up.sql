\set ON_ERROR_STOP on
BEGIN;
ALTER SEQUENCE public.child_id_seq AS bigint;
COMMIT;
BEGIN;
ALTER SEQUENCE public.parent_id_seq AS bigint;
COMMIT;
BEGIN;
ALTER TABLE public.child ALTER COLUMN parent_id TYPE bigint USING parent_id::bigint;
ALTER TABLE public.child ALTER COLUMN id DROP DEFAULT;
ALTER TABLE public.child ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.child ALTER COLUMN id SET DEFAULT nextval('public.child_id_seq'::regclass);
COMMIT;
BEGIN;
ALTER TABLE public.parent ALTER COLUMN id DROP DEFAULT;
ALTER TABLE public.parent ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.parent ALTER COLUMN id SET DEFAULT nextval('public.parent_id_seq'::regclass);
COMMIT;
