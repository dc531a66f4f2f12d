\set ON_ERROR_STOP on
BEGIN;
REVOKE ALL ON TABLE public.h1 FROM case_reader;
GRANT INSERT, SELECT ON TABLE public.h1 TO case_owner;
COMMIT;
BEGIN;
REVOKE ALL ON TABLE public.h FROM case_reader;
GRANT SELECT ON TABLE public.h TO case_reader;
COMMIT;
BEGIN;
ALTER TABLE public.h0 RESET (fillfactor);
REVOKE ALL ON TABLE public.h0 FROM case_reader;
COMMENT ON TABLE public.h0 IS NULL;
COMMIT;
BEGIN;
ALTER TABLE public.h DROP COLUMN size;
COMMIT;
