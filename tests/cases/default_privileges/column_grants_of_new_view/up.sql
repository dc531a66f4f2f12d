\set ON_ERROR_STOP on
BEGIN;
ALTER DEFAULT PRIVILEGES FOR ROLE case_owner REVOKE ALL ON TABLES FROM case_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE case_owner GRANT INSERT, SELECT ON TABLES TO case_reader;
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO case_owner;
REVOKE ALL ON TABLE public.v FROM case_reader;
GRANT INSERT (a) ON TABLE public.v TO case_reader;
REVOKE ALL ON TABLE public.v FROM case_reader;
GRANT INSERT (a) ON TABLE public.v TO case_reader;
COMMIT;
