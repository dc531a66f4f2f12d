\set ON_ERROR_STOP on
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (c) TABLESPACE "Case space"', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (c) TABLESPACE "Case space"')) = ' USING btree (c) TABLESPACE "Case space"')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.p IN SHARE MODE;
CREATE INDEX p_c ON public.p (c) TABLESPACE "Case space";
COMMIT;
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (a) TABLESPACE "Case space"', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (a) TABLESPACE "Case space"')) = ' USING btree (a) TABLESPACE "Case space"')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_pkey ON public.t (a) INCLUDE (b) WITH (fillfactor='90') TABLESPACE "Case space";
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_b_key ON public.t (b) TABLESPACE "Case space";
SELECT replace('DO $do$ DECLARE part record; taken int := 0; BEGIN
SELECT t.oid::regclass AS table, t.relnamespace AS schema, x.relname AS index, regexp_replace(x.relname, ''_idx[0-9]*$'', ''_key'') AS name INTO part
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
WHERE t.oid = $table${partition}$table$::regclass AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.oid)
AND right(pg_get_indexdef(x.oid), length('' USING btree (a)'')) = '' USING btree (a)'' ORDER BY x.oid DESC LIMIT 1;
IF NOT FOUND THEN RETURN; END IF;
WHILE EXISTS (SELECT FROM pg_class WHERE relnamespace = part.schema AND relname = concat(part.name, nullif(taken, 0)))
LOOP taken := taken + 1; END LOOP;
EXECUTE format(''ALTER TABLE %s ADD CONSTRAINT %I UNIQUE USING INDEX %I'', part.table, concat(part.name, nullif(taken, 0)), part.index);
END $do$', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.p ADD CONSTRAINT uq UNIQUE (a) USING INDEX TABLESPACE "Case space";
COMMIT;
BEGIN;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
ALTER INDEX public.p_a SET TABLESPACE "Case space";
COMMIT;
BEGIN;
ALTER INDEX public.p1_a_idx SET TABLESPACE "Case space";
COMMIT;
BEGIN;
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2);
ALTER TABLE public.p2 OWNER TO postgres;
ALTER INDEX public.p2_a_idx SET TABLESPACE "Case space";
COMMIT;
BEGIN;
ALTER INDEX public.t_c_excl SET TABLESPACE "Case space";
ALTER INDEX public.comes_back SET TABLESPACE pg_default;
ALTER INDEX public.goes_there SET TABLESPACE "Case space";
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY is_new ON public.t (a, ((c || ' where '::text))) INCLUDE (b) WITH (fillfactor='50') TABLESPACE "Case space" WHERE (where_ > 'x'::text);
DROP INDEX CONCURRENTLY public.gone;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX pleat_new_t_pkey;
ALTER TABLE public.t DROP CONSTRAINT t_b_key;
ALTER TABLE public.t ADD CONSTRAINT t_b_key UNIQUE USING INDEX pleat_new_t_b_key DEFERRABLE;
COMMIT;
