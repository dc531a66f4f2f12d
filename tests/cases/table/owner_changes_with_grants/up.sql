\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t OWNER TO case_owner;
GRANT INSERT ON TABLE public.t TO "Case Role";
COMMIT;
