\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t OWNER TO postgres;
REVOKE ALL ON TABLE public.t FROM "Case Role";
COMMIT;
