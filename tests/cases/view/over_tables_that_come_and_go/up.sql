\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.c (
    x integer,
    z date,
    y text
);
ALTER TABLE public.c OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT c.x,
    c.y,
    c.z
   FROM public.c;
COMMIT;
BEGIN;
DROP TABLE public.a;
COMMIT;
BEGIN;
DROP TABLE public.b;
COMMIT;
