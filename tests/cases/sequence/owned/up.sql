\set ON_ERROR_STOP on
BEGIN;
ALTER SEQUENCE public.free OWNED BY public.t.other;
COMMIT;
BEGIN;
ALTER SEQUENCE public.s OWNED BY public.u.id;
COMMIT;
