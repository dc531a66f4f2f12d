\set ON_ERROR_STOP on
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_b_pkey ON public.b (a_code);
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_a_pkey ON public.a (id);
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_a_code_key ON public.a (code);
BEGIN;
ALTER TABLE public.b DROP CONSTRAINT b_a_code_fkey;
ALTER TABLE public.a DROP CONSTRAINT a_pkey;
ALTER TABLE public.a ADD CONSTRAINT a_code_key UNIQUE USING INDEX pleat_new_a_code_key;
ALTER TABLE public.a DROP CONSTRAINT a_id_key;
ALTER TABLE public.b ADD CONSTRAINT b_a_code_fkey FOREIGN KEY (a_code) REFERENCES public.a(code);
LOCK TABLE public.b IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.c DROP CONSTRAINT c_b_x_fkey;
ALTER TABLE public.b DROP CONSTRAINT b_pkey;
ALTER TABLE public.b ADD CONSTRAINT b_pkey PRIMARY KEY USING INDEX pleat_new_b_pkey;
ALTER TABLE public.a ADD CONSTRAINT a_pkey PRIMARY KEY USING INDEX pleat_new_a_pkey;
COMMIT;
BEGIN;
ALTER TABLE public.b ALTER COLUMN n DROP NOT NULL;
COMMIT;
BEGIN;
LOCK TABLE public.b IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.c ADD CONSTRAINT c_b_fkey FOREIGN KEY (b) REFERENCES public.b(a_code) NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT c_b_fkey;
BEGIN;
DROP VIEW public.v;
CREATE OR REPLACE VIEW public.v AS
 SELECT a.id,
    b.a_code
   FROM (public.a
     JOIN public.b ON ((b.a_code = a.code)));
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.b DROP COLUMN n;
COMMIT;
