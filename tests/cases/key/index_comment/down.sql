\set ON_ERROR_STOP on
BEGIN;
DROP TABLE public.u;
COMMIT;
BEGIN;
COMMENT ON INDEX public.t_b IS 'it''s an index';
COMMENT ON INDEX public.t_a_key IS NULL;
COMMENT ON INDEX public.t_pkey IS 'the index';
COMMENT ON CONSTRAINT t_pkey ON public.t IS 'the constraint';
COMMIT;
BEGIN;
COMMENT ON INDEX public.p_pkey IS 'of all';
COMMIT;
BEGIN;
COMMENT ON INDEX public.p1_pkey IS NULL;
COMMIT;
