\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.m DETACH PARTITION public.m1;
ALTER TABLE public.m1 DROP CONSTRAINT loc;
ALTER TABLE public.m ATTACH PARTITION public.m1 FOR VALUES IN (1);
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ALTER COLUMN c DROP DEFAULT;
ALTER TABLE public.m ALTER COLUMN c TYPE character varying USING c::character varying;
ALTER TABLE public.m ALTER COLUMN c SET DEFAULT 'x'::character varying;
ALTER TABLE public.m1 ALTER COLUMN c SET DEFAULT 'yy'::character varying;
ALTER TABLE public.m1 ADD CONSTRAINT loc CHECK (((c)::text <> 'zz'::text));
COMMIT;
