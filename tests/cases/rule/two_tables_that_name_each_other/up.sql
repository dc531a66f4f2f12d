\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.kept (
    a integer
);
ALTER TABLE public.kept OWNER TO postgres;
COMMIT;
BEGIN;
DROP RULE back ON public.log;
COMMIT;
BEGIN;
DROP POLICY of_p ON public.p;
COMMIT;
BEGIN;
DROP POLICY of_q ON public.q;
COMMIT;
BEGIN;
DROP TABLE public.p;
COMMIT;
BEGIN;
DROP TABLE public.q;
COMMIT;
BEGIN;
DROP RULE logged ON public.t;
COMMIT;
BEGIN;
DROP TABLE public.log;
COMMIT;
BEGIN;
DROP TABLE public.t;
COMMIT;
