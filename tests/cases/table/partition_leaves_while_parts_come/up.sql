\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.f f WHERE f.b IS NOT NULL AND NOT EXISTS (SELECT FROM public.r r WHERE r.x = f.b)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key f_b_fkey of public.f: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.f DETACH PARTITION public.f1;
COMMIT;
SELECT replace('ALTER TABLE {partition} ADD CONSTRAINT f_b_fkey FOREIGN KEY (b) REFERENCES public.r(x) NOT VALID', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.f') WHERE isleaf)
OR (c.oid = 'public.f'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT f_b_fkey', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.f') WHERE isleaf)
OR (c.oid = 'public.f'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE public.r IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.f ADD CONSTRAINT f_b_fkey FOREIGN KEY (b) REFERENCES public.r(x);
COMMIT;
BEGIN;
ALTER TABLE public.g DETACH PARTITION public.g1;
COMMIT;
BEGIN;
ALTER TABLE public.i DETACH PARTITION public.i1;
COMMIT;
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (b)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.i') WHERE isleaf)
OR (c.oid = 'public.i'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (b)')) = ' USING btree (b)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.i IN SHARE MODE;
CREATE INDEX i_b_idx ON public.i (b);
COMMIT;
BEGIN;
ALTER TABLE public.j DETACH PARTITION public.j1;
COMMIT;
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (a, b)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.j') WHERE isleaf)
OR (c.oid = 'public.j'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (a, b)')) = ' USING btree (a, b)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
ALTER TABLE public.k DETACH PARTITION public.k1;
COMMIT;
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (a, b)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.k') WHERE isleaf)
OR (c.oid = 'public.k'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (a, b)')) = ' USING btree (a, b)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('DO $do$ DECLARE part record; taken int := 0; BEGIN
SELECT t.oid::regclass AS table, t.relnamespace AS schema, x.relname AS index, regexp_replace(x.relname, ''_idx[0-9]*$'', ''_key'') AS name INTO part
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
WHERE t.oid = $table${partition}$table$::regclass AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.oid)
AND right(pg_get_indexdef(x.oid), length('' USING btree (a, b)'')) = '' USING btree (a, b)'' ORDER BY x.oid DESC LIMIT 1;
IF NOT FOUND THEN RETURN; END IF;
WHILE EXISTS (SELECT FROM pg_class WHERE relnamespace = part.schema AND relname = concat(part.name, nullif(taken, 0)))
LOOP taken := taken + 1; END LOOP;
EXECUTE format(''ALTER TABLE %s ADD CONSTRAINT %I UNIQUE USING INDEX %I'', part.table, concat(part.name, nullif(taken, 0)), part.index);
END $do$', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.k') WHERE isleaf)
OR (c.oid = 'public.k'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.k IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.k ADD CONSTRAINT k_a_b_key UNIQUE (a, b);
COMMIT;
BEGIN;
ALTER TABLE public.u DETACH PARTITION public.u1;
COMMIT;
BEGIN;
LOCK TABLE public.r IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.g DROP CONSTRAINT g_b_fkey;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.j IN SHARE MODE;
ALTER INDEX public.j_b_idx RENAME TO pleat_old_j_b_idx;
CREATE INDEX j_b_idx ON public.j (a, b);
DROP INDEX public.pleat_old_j_b_idx;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.u IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.u DROP CONSTRAINT u_key;
ALTER TABLE public.u ADD CONSTRAINT u_key UNIQUE (b, a);
COMMIT;
