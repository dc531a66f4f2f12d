\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.p2 (
    b text,
    a integer NOT NULL,
    CONSTRAINT other_key PRIMARY KEY (a),
    CONSTRAINT own_check CHECK ((a > 5))
);
ALTER TABLE public.p2 OWNER TO postgres;
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM (10) TO (20);
COMMIT;
BEGIN;
CREATE TABLE public.p1 (
    a integer NOT NULL,
    b text,
    CONSTRAINT own_key PRIMARY KEY (a)
);
ALTER TABLE public.p1 OWNER TO postgres;
CREATE INDEX own_ix ON public.p1 (b);
COMMENT ON INDEX public.own_ix IS 'its own';
CREATE INDEX only_here ON public.p1 (a, b);
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (10);
COMMIT;
