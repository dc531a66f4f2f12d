\set ON_ERROR_STOP on
BEGIN;
ALTER INDEX public.m1_pkey SET (fillfactor='70');
ALTER INDEX public.m1_id_k_key SET (fillfactor='80');
ALTER INDEX public.m1_k_idx SET (fillfactor='60');
COMMIT;
BEGIN;
CREATE TABLE public.m2 (
    id integer NOT NULL,
    k integer NOT NULL,
    CONSTRAINT m2_pkey PRIMARY KEY (id) WITH (fillfactor='50')
);
ALTER TABLE public.m2 OWNER TO postgres;
CREATE INDEX m2_k_idx ON public.m2 (k DESC) WHERE (id > 0);
ALTER TABLE public.m ATTACH PARTITION public.m2 FOR VALUES FROM (10) TO (20);
COMMIT;
