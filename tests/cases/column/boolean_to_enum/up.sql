\set ON_ERROR_STOP on
BEGIN;
CREATE TYPE public.status AS ENUM ('active', 'blocked');
ALTER TYPE public.status OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN status public.status DEFAULT 'active'::public.status NOT NULL;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT t.id
   FROM public.t
  WHERE (t.status = 'active'::public.status);
COMMIT;
BEGIN;
ALTER INDEX public.t_active RENAME TO pleat_old_t_active;
COMMIT;
CREATE INDEX CONCURRENTLY t_active ON public.t (id) WHERE (status = 'active'::public.status);
DROP INDEX CONCURRENTLY public.pleat_old_t_active;
BEGIN;
ALTER TABLE public.t DROP COLUMN active;
COMMIT;
