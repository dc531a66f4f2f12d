\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.t ();
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
