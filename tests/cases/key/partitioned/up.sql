\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.refers (
    a integer,
    b integer
);
ALTER TABLE public.refers OWNER TO postgres;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with a = '' || min(a::text) FROM public.changes WHERE c IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of c of public.changes: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m WHERE b IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of b of public.m: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (b, a)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (b, a)')) = ' USING btree (b, a)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (c, a, b) WITH (fillfactor=''80'')', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (c, a, b) WITH (fillfactor=''80'')')) = ' USING btree (c, a, b) WITH (fillfactor=''80'')')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.changes IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.changes ADD CONSTRAINT pleat_not_null_c CHECK (c IS NOT NULL) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT pleat_not_null_c', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.changes') WHERE isleaf)
OR (c.oid = 'public.changes'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.changes VALIDATE CONSTRAINT pleat_not_null_c;
BEGIN;
LOCK TABLE ONLY public.changes IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.changes ALTER COLUMN c SET NOT NULL;
ALTER TABLE public.changes DROP CONSTRAINT pleat_not_null_c;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD CONSTRAINT pleat_not_null_b CHECK (b IS NOT NULL) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT pleat_not_null_b', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.m VALIDATE CONSTRAINT pleat_not_null_b;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ALTER COLUMN b SET NOT NULL;
ALTER TABLE public.m DROP CONSTRAINT pleat_not_null_b;
COMMIT;
SELECT replace('DO $do$ DECLARE part record; taken int := 0; BEGIN
SELECT t.oid::regclass AS table, t.relnamespace AS schema, x.relname AS index, left(t.relname, 58) || ''_pkey'' AS name INTO part
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
WHERE t.oid = $table${partition}$table$::regclass AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.oid)
AND right(pg_get_indexdef(x.oid), length('' USING btree (b, a)'')) = '' USING btree (b, a)'' ORDER BY x.oid DESC LIMIT 1;
IF NOT FOUND THEN RETURN; END IF;
WHILE EXISTS (SELECT FROM pg_class WHERE relnamespace = part.schema AND relname = concat(part.name, nullif(taken, 0)))
LOOP taken := taken + 1; END LOOP;
EXECUTE format(''ALTER TABLE %s ADD CONSTRAINT %I PRIMARY KEY USING INDEX %I'', part.table, concat(part.name, nullif(taken, 0)), part.index);
END $do$', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD CONSTRAINT "M's" PRIMARY KEY (b, a);
COMMIT;
SELECT replace('DO $do$ DECLARE part record; taken int := 0; BEGIN
SELECT t.oid::regclass AS table, t.relnamespace AS schema, x.relname AS index, regexp_replace(x.relname, ''_idx[0-9]*$'', ''_key'') AS name INTO part
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
WHERE t.oid = $table${partition}$table$::regclass AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.oid)
AND right(pg_get_indexdef(x.oid), length('' USING btree (c, a, b) WITH (fillfactor=''''80'''')'')) = '' USING btree (c, a, b) WITH (fillfactor=''''80'''')'' ORDER BY x.oid DESC LIMIT 1;
IF NOT FOUND THEN RETURN; END IF;
WHILE EXISTS (SELECT FROM pg_class WHERE relnamespace = part.schema AND relname = concat(part.name, nullif(taken, 0)))
LOOP taken := taken + 1; END LOOP;
EXECUTE format(''ALTER TABLE %s ADD CONSTRAINT %I UNIQUE USING INDEX %I DEFERRABLE INITIALLY DEFERRED'', part.table, concat(part.name, nullif(taken, 0)), part.index);
END $do$', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD CONSTRAINT m_c UNIQUE (c, a, b) WITH (fillfactor='80') DEFERRABLE INITIALLY DEFERRED;
COMMIT;
BEGIN;
ALTER TABLE public.refers ADD CONSTRAINT refers_a_b_fkey FOREIGN KEY (a, b) REFERENCES public.m(b, a);
COMMIT;
BEGIN;
LOCK TABLE ONLY public.gone IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.gone DROP CONSTRAINT gone_pkey;
ALTER TABLE public.gone DROP CONSTRAINT gone_key;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.changes IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.changes DROP CONSTRAINT changes_pkey;
ALTER TABLE public.changes ADD CONSTRAINT changes_pkey PRIMARY KEY (a, c);
ALTER TABLE public.changes DROP CONSTRAINT changes_key;
ALTER TABLE public.changes ADD CONSTRAINT changes_key UNIQUE (a);
COMMIT;
