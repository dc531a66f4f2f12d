\set ON_ERROR_STOP on
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (id, a)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (id, a)')) = ' USING btree (id, a)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (id)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (id)')) = ' USING btree (id)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
ALTER TABLE public.n2 ADD CONSTRAINT pleat_not_null_id CHECK (id IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.n2 VALIDATE CONSTRAINT pleat_not_null_id;
BEGIN;
ALTER TABLE public.n2 ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.n2 DROP CONSTRAINT pleat_not_null_id;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.n2 WHERE id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of id of public.n2: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.n2 ADD CONSTRAINT n2_pkey PRIMARY KEY (id);
COMMIT;
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (id)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.n') WHERE isleaf)
OR (c.oid = 'public.n'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (id)')) = ' USING btree (id)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.n IN SHARE MODE;
CREATE UNIQUE INDEX n_u ON public.n (id);
COMMIT;
BEGIN;
LOCK TABLE ONLY public.p IN SHARE MODE;
CREATE UNIQUE INDEX pu ON public.p (id, a);
CREATE UNIQUE INDEX pv ON public.p (id);
COMMIT;
BEGIN;
LOCK TABLE ONLY public.o IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.ou CASCADE;
ALTER TABLE public.o1 ADD CONSTRAINT o1_u UNIQUE (id, a);
COMMENT ON CONSTRAINT o1_u ON public.o1 IS 'kept';
COMMIT;
