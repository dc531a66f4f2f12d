\set ON_ERROR_STOP on
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (c, a)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.gone') WHERE isleaf)
OR (c.oid = 'public.gone'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (c, a)')) = ' USING btree (c, a)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('DO $do$ DECLARE part record; taken int := 0; BEGIN
SELECT t.oid::regclass AS table, t.relnamespace AS schema, x.relname AS index, regexp_replace(x.relname, ''_idx[0-9]*$'', ''_key'') AS name INTO part
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
WHERE t.oid = $table${partition}$table$::regclass AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.oid)
AND right(pg_get_indexdef(x.oid), length('' USING btree (c, a)'')) = '' USING btree (c, a)'' ORDER BY x.oid DESC LIMIT 1;
IF NOT FOUND THEN RETURN; END IF;
WHILE EXISTS (SELECT FROM pg_class WHERE relnamespace = part.schema AND relname = concat(part.name, nullif(taken, 0)))
LOOP taken := taken + 1; END LOOP;
EXECUTE format(''ALTER TABLE %s ADD CONSTRAINT %I UNIQUE USING INDEX %I'', part.table, concat(part.name, nullif(taken, 0)), part.index);
END $do$', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.gone') WHERE isleaf)
OR (c.oid = 'public.gone'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (a)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.gone') WHERE isleaf)
OR (c.oid = 'public.gone'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (a)')) = ' USING btree (a)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('DO $do$ DECLARE part record; taken int := 0; BEGIN
SELECT t.oid::regclass AS table, t.relnamespace AS schema, x.relname AS index, left(t.relname, 58) || ''_pkey'' AS name INTO part
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
WHERE t.oid = $table${partition}$table$::regclass AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.oid)
AND right(pg_get_indexdef(x.oid), length('' USING btree (a)'')) = '' USING btree (a)'' ORDER BY x.oid DESC LIMIT 1;
IF NOT FOUND THEN RETURN; END IF;
WHILE EXISTS (SELECT FROM pg_class WHERE relnamespace = part.schema AND relname = concat(part.name, nullif(taken, 0)))
LOOP taken := taken + 1; END LOOP;
EXECUTE format(''ALTER TABLE %s ADD CONSTRAINT %I PRIMARY KEY USING INDEX %I'', part.table, concat(part.name, nullif(taken, 0)), part.index);
END $do$', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.gone') WHERE isleaf)
OR (c.oid = 'public.gone'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.changes IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.changes DROP CONSTRAINT changes_key;
ALTER TABLE public.changes ADD CONSTRAINT changes_key UNIQUE (c, a);
ALTER TABLE public.changes DROP CONSTRAINT changes_pkey;
ALTER TABLE public.changes ADD CONSTRAINT changes_pkey PRIMARY KEY (a);
COMMIT;
BEGIN;
LOCK TABLE ONLY public.gone IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.gone ADD CONSTRAINT gone_key UNIQUE (c, a);
ALTER TABLE public.gone ADD CONSTRAINT gone_pkey PRIMARY KEY (a);
COMMIT;
BEGIN;
ALTER TABLE public.refers DROP CONSTRAINT refers_a_b_fkey;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m DROP CONSTRAINT m_c;
ALTER TABLE public.m DROP CONSTRAINT "M's";
ALTER TABLE public.m ALTER COLUMN b DROP NOT NULL;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.changes IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.changes ALTER COLUMN c DROP NOT NULL;
COMMIT;
BEGIN;
DROP TABLE public.refers;
COMMIT;
