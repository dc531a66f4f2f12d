\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.p (
    key integer,
    at date
) PARTITION BY RANGE (at);
ALTER TABLE public.p OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.p1 (
    key integer,
    at date,
    CONSTRAINT p1_id_at_key UNIQUE (key, at)
);
ALTER TABLE public.p1 OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.p ADD CONSTRAINT p_id_at_key UNIQUE (key, at);
COMMIT;
BEGIN;
CREATE INDEX p1_id_idx ON public.p1 (key);
COMMIT;
BEGIN;
CREATE INDEX p_id_idx ON public.p (key);
COMMIT;
BEGIN;
ALTER TABLE public.p ATTACH PARTITION public.p1 DEFAULT;
COMMIT;
BEGIN;
DROP TABLE public.x;
COMMIT;
