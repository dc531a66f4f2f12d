\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD COLUMN note text;
COMMIT;
BEGIN;
GRANT SELECT ON TABLE public.m_2026 TO case_reader;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m WHERE id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of id of public.m: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m WHERE kind IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of kind of public.m: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (id, at, kind)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (id, at, kind)')) = ' USING btree (id, at, kind)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m_2026_a WHERE NOT (v >= (0)::double precision)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check positive of public.m_2026_a: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD CONSTRAINT pleat_not_null_id CHECK (id IS NOT NULL) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT pleat_not_null_id', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.m VALIDATE CONSTRAINT pleat_not_null_id;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.m DROP CONSTRAINT pleat_not_null_id;
ALTER TABLE public.m ADD CONSTRAINT pleat_not_null_kind CHECK (kind IS NOT NULL) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT pleat_not_null_kind', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.m VALIDATE CONSTRAINT pleat_not_null_kind;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ALTER COLUMN kind SET NOT NULL;
ALTER TABLE public.m DROP CONSTRAINT pleat_not_null_kind;
ALTER TABLE public.m ALTER COLUMN v TYPE double precision USING v::double precision;
COMMIT;
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (at DESC) INCLUDE (v)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (at DESC) INCLUDE (v)')) = ' USING btree (at DESC) INCLUDE (v)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ALTER COLUMN v SET DEFAULT 0;
COMMIT;
SELECT replace('DO $do$ DECLARE part record; taken int := 0; BEGIN
SELECT t.oid::regclass AS table, t.relnamespace AS schema, x.relname AS index, left(t.relname, 58) || ''_pkey'' AS name INTO part
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
WHERE t.oid = $table${partition}$table$::regclass AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.oid)
AND right(pg_get_indexdef(x.oid), length('' USING btree (id, at, kind)'')) = '' USING btree (id, at, kind)'' ORDER BY x.oid DESC LIMIT 1;
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
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY (id, at, kind);
COMMIT;
BEGIN;
ALTER TABLE public.m_2026_a ADD CONSTRAINT positive CHECK ((v >= (0)::double precision)) NOT VALID;
COMMIT;
ALTER TABLE public.m_2026_a VALIDATE CONSTRAINT positive;
BEGIN;
LOCK TABLE ONLY public.m IN SHARE MODE;
ALTER INDEX public.m_at RENAME TO pleat_old_m_at;
CREATE INDEX m_at ON public.m (at DESC) INCLUDE (v);
COMMIT;
BEGIN;
CREATE TABLE public.m_2026_b PARTITION OF public.m_2026 FOR VALUES IN ('b', 'c');
ALTER TABLE public.m_2026_b OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m_rest PARTITION OF public.m DEFAULT;
ALTER TABLE public.m_rest OWNER TO postgres;
COMMIT;
BEGIN;
DROP INDEX public.pleat_old_m_at;
COMMIT;
