\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.g f WHERE f.b IS NOT NULL AND NOT EXISTS (SELECT FROM public.r r WHERE r.x = f.b)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key g_b_fkey of public.g: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE ONLY public.u IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.u DROP CONSTRAINT u_key;
ALTER TABLE public.u ADD CONSTRAINT u_key UNIQUE (a, b);
COMMIT;
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (b)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.j') WHERE isleaf)
OR (c.oid = 'public.j'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (b)')) = ' USING btree (b)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
CREATE INDEX pleat_old_j_b_idx ON public.j (b);
LOCK TABLE ONLY public.j IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.j_b_idx;
ALTER INDEX public.pleat_old_j_b_idx RENAME TO j_b_idx;
COMMIT;
BEGIN;
LOCK TABLE public.r IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.g ADD CONSTRAINT g_b_fkey FOREIGN KEY (b) REFERENCES public.r(x);
COMMIT;
BEGIN;
ALTER TABLE public.u ATTACH PARTITION public.u1 FOR VALUES IN (1);
COMMIT;
BEGIN;
LOCK TABLE ONLY public.k IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.k DROP CONSTRAINT k_a_b_key;
COMMIT;
BEGIN;
ALTER TABLE public.k ATTACH PARTITION public.k1 FOR VALUES IN (1);
COMMIT;
BEGIN;
ALTER TABLE public.j ATTACH PARTITION public.j1 FOR VALUES IN (1);
COMMIT;
BEGIN;
LOCK TABLE ONLY public.i IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.i_b_idx;
COMMIT;
BEGIN;
ALTER TABLE public.i ATTACH PARTITION public.i1 FOR VALUES IN (1);
COMMIT;
BEGIN;
ALTER TABLE public.g ATTACH PARTITION public.g1 FOR VALUES IN (1);
COMMIT;
BEGIN;
LOCK TABLE public.r IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.f DROP CONSTRAINT f_b_fkey;
COMMIT;
BEGIN;
ALTER TABLE public.f ATTACH PARTITION public.f1 FOR VALUES IN (1);
COMMIT;
