\set ON_ERROR_STOP on
BEGIN;
CREATE TYPE public.state AS ENUM ('open', 'closed');
ALTER TYPE public.state OWNER TO postgres;
COMMIT;
BEGIN;
DROP TRIGGER emptied ON public.t;
CREATE TRIGGER emptied AFTER TRUNCATE ON public.t FOR EACH STATEMENT EXECUTE FUNCTION public.f();
DROP TRIGGER later ON public.t;
CREATE CONSTRAINT TRIGGER later AFTER INSERT OR UPDATE ON public.t DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.f();
DROP TRIGGER rows ON public.t;
CREATE TRIGGER rows AFTER UPDATE ON public.t REFERENCING OLD TABLE AS gone NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION public.f();
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
DROP TRIGGER changed ON public.t;
ALTER TABLE public.t ALTER COLUMN state TYPE public.state USING state::public.state;
CREATE TRIGGER changed AFTER UPDATE OF state, n ON public.t FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) OR (old.n <> new.n))) EXECUTE FUNCTION public.f('a', 'c');
COMMIT;
