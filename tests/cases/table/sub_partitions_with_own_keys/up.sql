\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY m21_k ON public.m21 (k);
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (k)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (k)')) = ' USING btree (k)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.m IN SHARE MODE;
CREATE INDEX m_k ON public.m (k);
COMMIT;
BEGIN;
CREATE TABLE public.m22 (
    id integer NOT NULL,
    k integer NOT NULL,
    CONSTRAINT m22_odd PRIMARY KEY (id, k)
);
ALTER TABLE public.m22 OWNER TO postgres;
ALTER TABLE public.m2 ATTACH PARTITION public.m22 FOR VALUES FROM (15) TO (16);
COMMIT;
BEGIN;
ALTER TABLE public.m21 ADD CONSTRAINT m21_odd PRIMARY KEY (id, k);
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD CONSTRAINT m_pk PRIMARY KEY (id, k);
COMMIT;
