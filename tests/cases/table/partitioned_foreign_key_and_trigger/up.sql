\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.entry IN SHARE ROW EXCLUSIVE MODE;
CREATE TRIGGER entry_audit AFTER INSERT OR UPDATE ON public.entry FOR EACH ROW EXECUTE FUNCTION public.audit();
COMMIT;
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (id, at)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.entry') WHERE isleaf)
OR (c.oid = 'public.entry'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (id, at)')) = ' USING btree (id, at)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.entry f WHERE f.acc IS NOT NULL AND NOT EXISTS (SELECT FROM public.acc r WHERE r.id = f.acc)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key entry_acc_fkey of public.entry: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
SELECT replace('ALTER TABLE {partition} ADD CONSTRAINT entry_acc_fkey FOREIGN KEY (acc) REFERENCES public.acc(id) NOT VALID', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.entry') WHERE isleaf)
OR (c.oid = 'public.entry'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT entry_acc_fkey', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.entry') WHERE isleaf)
OR (c.oid = 'public.entry'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('DO $do$ DECLARE part record; taken int := 0; BEGIN
SELECT t.oid::regclass AS table, t.relnamespace AS schema, x.relname AS index, regexp_replace(x.relname, ''_idx[0-9]*$'', ''_key'') AS name INTO part
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
WHERE t.oid = $table${partition}$table$::regclass AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.oid)
AND right(pg_get_indexdef(x.oid), length('' USING btree (id, at)'')) = '' USING btree (id, at)'' ORDER BY x.oid DESC LIMIT 1;
IF NOT FOUND THEN RETURN; END IF;
WHILE EXISTS (SELECT FROM pg_class WHERE relnamespace = part.schema AND relname = concat(part.name, nullif(taken, 0)))
LOOP taken := taken + 1; END LOOP;
EXECUTE format(''ALTER TABLE %s ADD CONSTRAINT %I UNIQUE USING INDEX %I'', part.table, concat(part.name, nullif(taken, 0)), part.index);
END $do$', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.entry') WHERE isleaf)
OR (c.oid = 'public.entry'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.entry IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.entry ADD CONSTRAINT entry_id_at_key UNIQUE (id, at);
COMMIT;
BEGIN;
LOCK TABLE public.acc IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.entry ADD CONSTRAINT entry_acc_fkey FOREIGN KEY (acc) REFERENCES public.acc(id);
COMMIT;
