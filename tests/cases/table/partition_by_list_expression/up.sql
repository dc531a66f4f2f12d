\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.e (
    x integer,
    y text
) PARTITION BY RANGE (lower(y) COLLATE "C", x);
ALTER TABLE public.e OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.e_1 PARTITION OF public.e FOR VALUES FROM ('a', 1) TO ('b', MAXVALUE);
ALTER TABLE public.e_1 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.l (
    kind text NOT NULL,
    x integer,
    CONSTRAINT l_pkey PRIMARY KEY (kind)
) PARTITION BY LIST (kind);
ALTER TABLE public.l OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.l_a PARTITION OF public.l FOR VALUES IN ('a', NULL, 'it''s');
ALTER TABLE public.l_a OWNER TO postgres;
COMMIT;
