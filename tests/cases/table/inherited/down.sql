\set ON_ERROR_STOP on
BEGIN;
DROP TABLE public.grandchild;
COMMIT;
BEGIN;
DROP TABLE public.child;
COMMIT;
BEGIN;
DROP TABLE public.other;
COMMIT;
BEGIN;
DROP TABLE public.base;
COMMIT;
