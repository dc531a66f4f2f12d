\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.b (
    x integer,
    z date
);
ALTER TABLE public.b OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.a (
    x integer,
    y text
);
ALTER TABLE public.a OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT a.x,
    a.y,
    b.z
   FROM (public.a
     JOIN public.b USING (x));
COMMIT;
BEGIN;
DROP TABLE public.c;
COMMIT;
